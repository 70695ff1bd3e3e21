import * as v from 'valibot';
import { checkShape } from '../../core/check';
import { isLocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import type { Fields, StoredEvent } from '../types';
import { base, toEditBody } from './fields';
import type { Format } from './format';
import { toEnvelope, uuid } from './shapes';

/** Days that the family planned for rest: `true` by day; null takes a day back. */
export interface RestDayEdit extends StoredEvent<{ readonly fields: Fields }> {
  readonly kind: 'rest-day';
  readonly child: Uuid;
  readonly base: readonly Uuid[];
}

/** The path of a field that is a day. */
export const dayPath = { test: isLocalDate };

const schema = v.strictObject({ ...toEnvelope('rest-day', 1), child: uuid, base, body: toEditBody([{ path: dayPath, value: v.literal(true) }]) });

/** How planned rest is kept. */
export const restDayFormat: Format<RestDayEdit> = {
  kind: 'rest-day',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
