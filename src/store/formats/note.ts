import * as v from 'valibot';
import { checkShape } from '../../core/check';
import type { Uuid } from '../../core/ids';
import { longestNote } from '../../plan/safety/records';
import type { StoredEvent } from '../types';
import type { Format } from './format';
import { toEnvelope, uuid } from './shapes';

/** A few words of the therapist on a session. */
export interface NoteEvent extends StoredEvent<{ readonly session: Uuid; readonly words: string }> {
  readonly kind: 'note';
  readonly child: Uuid;
}

const schema = v.strictObject({
  ...toEnvelope('note', 1),
  child: uuid,
  body: v.strictObject({ session: uuid, words: v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(longestNote, 'is too long')) }),
});

/** How notes are kept. */
export const noteFormat: Format<NoteEvent> = { kind: 'note', format: 1, migrations: Object.freeze([]), check: (data) => checkShape(schema, data) };
