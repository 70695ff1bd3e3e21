import type { Recording, RecordingPart } from '../session/types';
import type { CurrentEvent } from './formats/current';
import type { SetEvent } from './formats/set';
import type { StoredSet } from './types';

/** A set with its trials, from the events of its session. */
export function toStoredSet({ id, at, body }: SetEvent, events: readonly CurrentEvent[]): StoredSet {
  const trials = events
    .flatMap((event) => (event.kind === 'trial' && event.body.set === body.set ? [event.body] : []))
    .sort((a, b) => a.result.trial - b.result.trial);
  const { item, level, source, head } = body;
  return { set: id, item, level, source, at, head, trials: trials.map(({ result }) => result), heart: trials.flatMap(({ heart = [] }) => heart) };
}

/** A set's recording, from its parts in order. */
export function toRecording({ body }: SetEvent, parts: readonly RecordingPart[]): Recording {
  // A set that was stopped ends with its last trial: trials that never were must not be played as missed.
  const set = { ...body.head.set, sides: body.head.set.sides.slice(0, parts.length) };
  return { ...body.head, set, frames: parts.flatMap((part) => part.frames), cuts: parts.flatMap((part) => part.cuts) };
}
