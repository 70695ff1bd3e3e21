import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import { notTodayReasons } from '../../plan/types';
import type { Fields, StoredEvent } from '../types';
import { base, toEditBody } from './fields';
import type { Format } from './format';
import { dayPath } from './rest-day';
import { toEnvelope, uuid } from './shapes';

/** Days that were not for play: the reason by day; null takes a day back. */
export interface NotTodayEdit extends StoredEvent<{ readonly fields: Fields }> {
  readonly kind: 'not-today';
  readonly child: Uuid;
  readonly base: readonly Uuid[];
}

const rules = [{ path: dayPath, value: v.picklist(notTodayReasons) }];
const schema = v.strictObject({ ...toEnvelope('not-today', 1), child: uuid, base, body: toEditBody(rules) });

/** How days that were not for play are kept. */
export const notTodayFormat: Format<NotTodayEdit> = {
  kind: 'not-today',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
