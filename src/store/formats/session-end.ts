import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import type { Millis } from '../../core/units';
import type { EndReason } from '../../session/types';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { finite, toEnvelope, uuid } from './shapes';

/** The end of a session: why, and how long play ran in it. */
export interface SessionEndEvent extends StoredEvent<{ readonly session: Uuid; readonly reason: EndReason; readonly activeMs: Millis }> {
  readonly kind: 'session-end';
  readonly child: Uuid;
}

const schema = v.strictObject({
  ...toEnvelope('session-end', 1),
  child: uuid,
  body: v.strictObject({ session: uuid, reason: v.picklist(['finished', 'stopped', 'cap', 'pain', 'tired', 'fall']), activeMs: finite }),
});

/** How the end of a session is kept. */
export const sessionEndFormat: Format<SessionEndEvent> = {
  kind: 'session-end',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
