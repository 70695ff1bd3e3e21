import * as v from 'valibot';
import { isLocalDate } from '../../core/dates';
import { isUuid } from '../../core/ids';
import type { Side } from '../../core/units';
import { sourceKinds } from '../../movement/types';

/** An id made on a device. */
export const uuid = v.pipe(v.string(), v.check(isUuid, 'is no id'));

/** A number that arithmetic can use: neither endless nor undefined. */
export const finite = v.pipe(v.number(), v.finite('is not finite'));

/** A whole number from 0. */
export const count = v.pipe(v.number(), v.integer('is no whole number'), v.minValue(0, 'is below 0'));

/** Text that is not empty. */
export const words = v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(200, 'is too long'));

/** Initials of who uses a tablet. */
export const initials = v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(12, 'is too long'));

/** A side of the body. */
export const side = v.picklist(['left', 'right'] satisfies Side[]);

/** The sources that a stored record may name. */
export const source = v.picklist(sourceKinds);

/** A number from `min` to `max`, both included, in the unit of its field. */
export function within(min: number, max: number) {
  return v.pipe(v.number(), v.minValue(min, `must be at least ${min}`), v.maxValue(max, `must be at most ${max}`));
}

/** A whole number from `min` to `max`, both included. */
export function wholeWithin(min: number, max: number) {
  return v.pipe(within(min, max), v.integer('is no whole number'));
}

const localDate = v.pipe(v.string(), v.check(isLocalDate, 'is no day'));

/** UTC with milliseconds only, so that instants compare as text. */
const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'is no instant in UTC with milliseconds'));

/** The fields around the body of every event. */
export function toEnvelope<K extends string>(kind: K, format: number) {
  return { id: uuid, kind: v.literal(kind), format: v.literal(format), device: uuid, n: v.pipe(count, v.minValue(1)), on: localDate, at: instant };
}
