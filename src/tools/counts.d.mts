/** Tests of one part. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
/** Tests of a Vitest JSON report; a file that could not even be loaded counts as one failed. Undefined without a report. */
export declare function vitestCounts(file: string): Counts | undefined;
/** Tests of a Playwright JSON report; an error outside a test counts as one failed. Undefined without a report. */
export declare function playwrightCounts(file: string): Counts | undefined;
