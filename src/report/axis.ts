/** An axis in round numbers. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** Decimals that its numbers need. */
  readonly digits: number;
}

/** A linear axis around values with about `count` steps of 1, 2 or 5 times a power of ten; never of zero length. */
export function toAxis(values: readonly number[], count = 4): Axis {
  const low = values.length > 0 ? Math.min(...values) : 0;
  const high = values.length > 0 ? Math.max(...values) : 1;
  const span = high > low ? high - low : Math.max(Math.abs(high) * 0.2, 1);
  const power = 10 ** Math.floor(Math.log10(span / count));
  const rough = span / count / power;
  const step = (rough <= 1 ? 1 : rough <= 2 ? 2 : rough <= 5 ? 5 : 10) * power;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toFixed(digits)));
  return { min: ticks[0] ?? low, max: ticks.at(-1) ?? high, ticks, digits };
}
