/** Path of the newest browser that Playwright downloaded itself, or undefined. */
export declare function playwrightChromium(): string | undefined;
/** Path of the browser to use: CHROME_PATH, an installed one, then Playwright's cache; undefined where there is none. Throws when CHROME_PATH is wrong. */
export declare function findBrowser(): string | undefined;
/** Command-line switches for every browser that our tests start. */
export declare const launchArgs: string[];
