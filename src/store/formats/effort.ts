import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import type { Omni } from '../../session/types';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { toEnvelope, uuid } from './shapes';

/** How hard the child says a session was. */
export interface EffortEvent extends StoredEvent<{ readonly session: Uuid; readonly omni: Omni }> {
  readonly kind: 'effort';
  readonly child: Uuid;
}

const schema = v.strictObject({
  ...toEnvelope('effort', 1),
  child: uuid,
  body: v.strictObject({ session: uuid, omni: v.picklist([0, 2, 4, 6, 8, 10] satisfies Omni[]) }),
});

/** How the word on effort is kept. */
export const effortFormat: Format<EffortEvent> = {
  kind: 'effort',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
