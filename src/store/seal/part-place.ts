/** Where the sealed bytes of a part belong. */
export function toPartPlace(part: Readonly<Record<string, unknown>>): string {
  return `${String(part.set)}/${String(part.trial)}`;
}
