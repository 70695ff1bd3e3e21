/** True when `dist` is missing or older than what it is made from. */
export declare function buildIsStale(root: string): boolean;
/** Builds the app into `dist`; true when that worked. */
export declare function buildApp(root: string, ...args: string[]): boolean;
