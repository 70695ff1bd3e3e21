/** What one file gave: objects to print as lines of JSON, with notes for standard error; or the one problem that refuses the file. */
export type Analysis = { readonly lines: readonly object[]; readonly notes: readonly string[] } | { readonly problem: string };

/** One kind of data `analyse` knows: what it reads, and how it scores one file (its path on disk, and its name as typed). */
export interface AnalysisKind {
  readonly about: string;
  analyse(path: string, name: string): Promise<Analysis>;
  /** Kinds with options: takes them out of what was typed and returns the kind they ask for with the files left, or what is wrong. */
  choose?(typed: readonly string[]): { readonly kind: AnalysisKind; readonly files: readonly string[] } | { readonly wrong: string };
}
