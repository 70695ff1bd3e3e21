import type { FieldValue, FoldedFields } from './fold';

const beatFields = ['beatOffsetMsTouch', 'beatSpreadMsTouch', 'beatOffsetMsSwitch', 'beatSpreadMsSwitch'] as const;

type Values = FoldedFields['fields'];

/** The text of a field, or `usual` where it has none. */
export function readText<T extends string | null>(fields: Values, path: string, usual: T): string | T {
  const value = fields[path];
  return typeof value === 'string' ? value : usual;
}

/** The number of a field, or `usual` where it has none. */
export function readNumber<T extends number | null>(fields: Values, path: string, usual: T): number | T {
  const value = fields[path];
  return typeof value === 'number' ? value : usual;
}

/** What tapping along told of this tablet; inputs that nobody tapped along with are absent. */
export function readBeatOffsets(fields: Values): Readonly<Partial<Record<(typeof beatFields)[number], number>>> {
  return Object.fromEntries(beatFields.flatMap((path) => (typeof fields[path] === 'number' ? [[path, fields[path]]] : [])));
}

/** True when a field is set and true. */
export function readFlag(fields: Values, path: string): boolean {
  return fields[path] === true;
}

/** The choice of a field, or `usual` where it has none of `choices`. */
export function readChoice<const T extends string, U extends T | null>(fields: Values, path: string, choices: readonly T[], usual: U): T | U {
  return choices.find((choice) => choice === fields[path]) ?? usual;
}

/** The easier of two numbers where a direction is known to be harder; undefined otherwise. */
export function lesser(harder: 'up' | 'down' | 'neither' | undefined, a: FieldValue, b: FieldValue): FieldValue | undefined {
  if (typeof a !== 'number' || typeof b !== 'number' || harder === undefined || harder === 'neither') return undefined;
  return harder === 'up' ? Math.min(a, b) : Math.max(a, b);
}
