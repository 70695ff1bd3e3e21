import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { toEnvelope, uuid } from './shapes';

/** The start of a session; the event's id is the session's. */
export interface SessionEvent extends StoredEvent<{ readonly session: Uuid }> {
  readonly kind: 'session';
  readonly child: Uuid;
}

const schema = v.strictObject({ ...toEnvelope('session', 1), child: uuid, body: v.strictObject({ session: uuid }) });

/** How the start of a session is kept. */
export const sessionFormat: Format<SessionEvent> = {
  kind: 'session',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
