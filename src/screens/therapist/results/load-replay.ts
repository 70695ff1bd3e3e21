import type { AnyDrill } from '../../../drills/types';
import { type WatchedTrial, watchReach } from '../../../report/hand-path';
import { type WatchedSet, watchSet } from '../../../report/trial-replay-signals';
import { replayRecording } from '../../../session/replay';
import type { Recording } from '../../../session/types';
import type { Store, StoredSet } from '../../../store/types';

/** A set's recording with what its replay saw, or why there is none to show. */
export type SetReplay =
  | {
      readonly kind: 'recorded';
      readonly recording: Recording;
      /** Null when the drill's rules have changed since: the frames are true, a replay would not be. */
      readonly watched: WatchedSet | null;
      /** Hand paths of a reach by trial. */
      readonly reaches: ReadonlyMap<number, WatchedTrial>;
    }
  | { readonly kind: 'pruned' | 'damaged' };

/** How often the hand paths of a reach are looked at, in ticks of 10 ms. */
const ticksOfLook = 10;

/** Reads a set's recording and plays it once through the real pipeline. Rejects when the database cannot be read. */
export async function loadReplay(store: Store, set: StoredSet, drill: AnyDrill): Promise<SetReplay> {
  const recording = await store.readRecording(set.set);
  if (!recording) return { kind: findWhy(store, set) };
  if (recording.drillVersion !== drill.version) return { kind: 'recorded', recording, watched: null, reaches: new Map() };
  const watched = watchSet(drill);
  // Whole paths are sorted at each look. A trial runs on for 0.7 s after its hit, so that a look now and then sees its end.
  const reach = drill.id === 'reach' ? watchReach({ ...drill, step: () => undefined }) : null;
  let ticks = 0;
  replayRecording(recording, {
    ...drill,
    step(state, signals, nowMs) {
      watched.drill.step(state, signals, nowMs);
      ticks += 1;
      if (ticks % ticksOfLook === 0) reach?.drill.step(state, signals, nowMs);
    },
  });
  return { kind: 'recorded', recording, watched, reaches: reach?.trials ?? new Map() };
}

/** Why a set with results, that was just read, has no recording: its first part was damaged, or none is kept. */
export function findWhy(store: Store, set: StoredSet): 'pruned' | 'damaged' {
  return store.listDamaged().some(({ id, kind }) => kind === 'recording' && id.startsWith(`${set.set}/`)) ? 'damaged' : 'pruned';
}
