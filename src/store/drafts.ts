import { createUuid, type Uuid } from '../core/ids';
import { createRng, drawInteger } from '../core/rng';
import type { SessionRecord } from '../session/types';
import { type CurrentEvent, eventFormats } from './formats/current';
import type { HeartPoint } from './formats/trial';

/** An event before the transaction that keeps it gives it this device's next number. */
export type Draft = {
  readonly [K in CurrentEvent['kind']]: Pick<Extract<CurrentEvent, { kind: K }>, 'id' | 'kind' | 'format' | 'child' | 'body'>;
}[CurrentEvent['kind']];

/**
 * The event of a record. Its id depends on nothing but what it is about (a session's and a set's own id; an id derived from them for
 * trials and ends), so that a record handed over again after an unclear outcome is found to be there already.
 */
export function toDraft(record: SessionRecord): Draft {
  const { kind, child } = record;
  const { format } = eventFormats[kind];
  switch (record.kind) {
    case 'session':
      return { id: record.session, kind: record.kind, format, child, body: { session: record.session } };
    case 'set': {
      const { session, set, item, level, source, head, arm } = record;
      return { id: set, kind: record.kind, format, child, body: { session, set, item, level, source, head, ...(arm ? { arm } : {}) } };
    }
    case 'trial': {
      const { session, set, game, level, drill, drillVersion, source, result, part } = record;
      const heart = part.frames.flatMap((frame): HeartPoint[] =>
        frame.kind === 'heart' ? [[Math.max(0, frame.capturedMs), frame.beatsPerMin]] : [],
      );
      const told = heart.length > 0 ? { heart } : {};
      const id = deriveId(`${set}/trial/${result.trial}`);
      return { id, kind: record.kind, format, child, body: { session, set, game, level, drill, drillVersion, source, result, ...told } };
    }
    case 'range':
      return { id: record.check, kind: record.kind, format, child, body: { source: record.source, ranges: record.ranges } };
    case 'effort':
      return { id: record.word, kind: record.kind, format, child, body: { session: record.session, omni: record.omni } };
    case 'check':
      return { id: record.check, kind: record.kind, format, child, body: { session: record.session, ...record.ready } };
    case 'feeling':
      return { id: record.word, kind: record.kind, format, child, body: { session: record.session, ...record.feeling } };
    case 'incident':
      return { id: record.note, kind: record.kind, format, child, body: { session: record.session, ...record.incident } };
    case 'note':
      return { id: record.note, kind: record.kind, format, child, body: { session: record.session, words: record.words } };
    case 'goal-check': {
      const { goal, measure, value } = record;
      return { id: record.check, kind: record.kind, format, child, body: { goal, measure, value } };
    }
    case 'adjustment': {
      const { adjustment, session, item, game, change, carry, hits, misses, omni } = record;
      return { id: adjustment, kind: record.kind, format, child, body: { session, item, game, change, carry, hits, misses, omni } };
    }
    case 'session-end': {
      const { session, reason, activeMs } = record;
      return { id: deriveId(`${session}/end`), kind: record.kind, format, child, body: { session, reason, activeMs } };
    }
  }
}

/** The same id for the same words, for ever: 122 bits of the seeded generator, which hashes its seed to 128. */
function deriveId(words: string): Uuid {
  const rng = createRng(words);
  return createUuid((bytes) => bytes.map(() => drawInteger(rng, 0, 256)));
}
