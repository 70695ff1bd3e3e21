import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import { painFaces, painPlaces } from '../../plan/safety/faces';
import { becauseWords, readyLines, seizureTimes } from '../../plan/safety/ready-words';
import type { ReadyCheck } from '../../plan/safety/records';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { toEnvelope, uuid, within, words } from './shapes';

/** What an adult said before a session, and what was decided. */
export interface CheckEvent extends StoredEvent<ReadyCheck & { readonly session: Uuid }> {
  readonly kind: 'check';
  readonly child: Uuid;
}

const because = v.array(v.picklist(becauseWords));
const schema = v.strictObject({
  ...toEnvelope('check', 1),
  child: uuid,
  body: v.strictObject({
    session: uuid,
    answers: v.strictObject({
      lines: v.strictObject(v.entriesFromList(readyLines, v.exactOptional(v.boolean()))),
      pain: v.nullable(v.picklist(painFaces)),
      painAt: v.nullable(v.picklist(painPlaces)),
      seizure: v.nullable(v.picklist(seizureTimes)),
      adult: v.nullable(v.boolean()),
    }),
    outcome: v.picklist(['play', 'not-today', 'left'] satisfies ReadyCheck['outcome'][]),
    because,
    changed: v.array(v.strictObject({ item: words, verdict: v.picklist(['seated', 'blocked']), because })),
    tookMs: within(0, 86_400_000),
  }),
});

/** How checks before play are kept. */
export const checkFormat: Format<CheckEvent> = {
  kind: 'check',
  format: 1,
  migrations: Object.freeze([]),
  check: (data) => checkShape(schema as v.GenericSchema<unknown, CheckEvent>, data),
};
