import * as v from 'valibot';
import { checkShape } from '../../core/check';
import { isLocalDate } from '../../core/dates';
import type { Uuid } from '../../core/ids';
import { type Incident, incidentKinds, incidentTimes, longestNote } from '../../plan/safety/records';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { toEnvelope, uuid } from './shapes';

/** An adverse event; `session` is the one that it belongs to, null: none. */
export interface IncidentEvent extends StoredEvent<Incident & { readonly session: Uuid | null }> {
  readonly kind: 'incident';
  readonly child: Uuid;
}

const note = v.pipe(v.string(), v.maxLength(longestNote, 'is too long'));
const schema = v.strictObject({
  ...toEnvelope('incident', 1),
  child: uuid,
  body: v.strictObject({
    session: v.nullable(uuid),
    what: v.picklist(incidentKinds),
    day: v.pipe(v.string(), v.check(isLocalDate, 'is no day')),
    time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^$/, 'is no time of day')),
    when: v.picklist(incidentTimes),
    happened: note,
    done: note,
  }),
});

/** How adverse events are kept. */
export const incidentFormat: Format<IncidentEvent> = {
  kind: 'incident',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema, data),
};
