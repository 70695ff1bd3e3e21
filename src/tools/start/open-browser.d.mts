/** The command that opens `url` in the default browser, or undefined where there is no screen or nobody wants it. */
export declare function openCommand(url: string, platform?: string, env?: Readonly<Record<string, string | undefined>>): string[] | undefined;
/** Opens `url` in the default browser where that can be; says nothing where it cannot, because the address is printed anyway. */
export declare function openBrowser(url: string): void;
