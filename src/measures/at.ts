/** The value at an index of a series; throws a RangeError outside it, because a formula that reads past its data is a bug. */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`index ${index} is outside a series of ${values.length}`);
  return value;
}
