/** A value that goes towards another by at most `step`. */
export function near(value: number, to: number, step: number): number {
  return Math.abs(to - value) <= step ? to : value + Math.sign(to - value) * step;
}
