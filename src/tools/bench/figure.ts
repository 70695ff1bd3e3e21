/** One line of the bench: what was measured, and the target it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `x`: a ratio. */
  readonly unit: 'x' | 'ms' | 's' | 'frames' | '/s' | 'kB' | 'MB' | 'files' | 'tasks' | 'points';
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
}

/** A part of the bench: how it measured, in words, and its figures. */
export interface Part {
  readonly title: string;
  readonly how: string;
  readonly figures: readonly Figure[];
}

/** Whether a figure keeps its target; null without one. */
export function meetsTarget({ value, target }: Figure): boolean | null {
  if (!target) return null;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

/** The value below which `share` (0..1) of the values lie; NaN for none, so that a bench without a measurement shows. */
export function toQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((p, q) => p - q);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The middle of the values. */
export const toMiddle = (values: readonly number[]): number => toQuantile(values, 0.5);
