import type { AnyDrill, TrialResult } from '../drills/types';
import type { SourceKind } from '../movement/types';
import { toCarried } from './carried';
import type { RoundEnd } from './rounds';
import type { SaveQueue } from './save-queue';
import type { EndReason, RecordingHead, RecordingPart } from './types';

/** What the records of one session say alike. */
export interface RecordsOf {
  readonly session: string;
  readonly child: string;
  readonly game: string;
  readonly item: string;
  readonly drill: AnyDrill;
  readonly newId: () => string;
}

/** Hands over what happens in a session, in the order in which it happens. */
export function createRecords({ session, child, game, item, drill, newId }: RecordsOf, queue: SaveQueue) {
  let set = '';
  let level = '';
  let source: SourceKind = 'adult';
  return {
    begin: () => queue.add({ kind: 'session', session, child }),
    startSet(ofLevel: string, head: RecordingHead) {
      set = newId();
      level = ofLevel;
      source = head.calibration.source;
      queue.add({ kind: 'set', session, child, set, item, level, source, head });
    },
    trial(result: TrialResult, part: RecordingPart) {
      const { id, version } = drill;
      const carried = toCarried(result, drill, source);
      queue.add({ kind: 'trial', session, child, set, game, level, drill: id, drillVersion: version, source, result: carried, part });
    },
    adjust: ({ counts, change, carry }: RoundEnd) =>
      queue.add({ kind: 'adjustment', adjustment: newId(), session, child, item, game, change, carry, ...counts, omni: null }),
    end: (reason: EndReason, activeMs: number) => queue.add({ kind: 'session-end', session, child, reason, activeMs: Math.round(activeMs) }),
  };
}
