/** The key and certificate (PEM) kept in `folder`, made anew when there is none, it lacks one of `addresses` or ends within 14 days. */
export declare function certificateFor(
  folder: string,
  addresses: readonly string[],
  nowMs: number,
): Promise<{ key: string; cert: string; renewed: boolean }>;
