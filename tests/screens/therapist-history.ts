import { createRng } from '../../src/core/rng';
import { reachDrill } from '../../src/drills/reach/drill';
import type { Abilities, SetSpec } from '../../src/drills/types';
import type { TouchSettings } from '../../src/movement/types';
import type { Level } from '../../src/plan/types';
import { calmAbilities, simulateSet } from '../../src/session/simulate';
import { toPlaySpace } from '../../src/session/space';
import type { RecordingHead } from '../../src/session/types';
import type { Store } from '../../src/store/types';

const touch: TouchSettings = { accept: 'contact', holdMs: 0, mergeMs: 120, edgeRestMm: 0, palmMm: 35 };
const fieldMm = { width: 248, height: 155 };

/** Abilities of a synthetic child whose reaching is slow and jerky, and grows smoother with `share` (0..1). */
export function toGrowing(share: number): Abilities {
  return {
    ...calmAbilities,
    reactionMs: 900 - 350 * share,
    interceptMs: 900 - 350 * share,
    slopeMs: 420 - 120 * share,
    aimSdMm: 9 - 4 * share,
    tremorMm: 0,
    subMovements: share < 0.5 ? 3 : 2,
    restsRatio: 0.12,
  };
}

/** Plays one session of a level by a synthetic child through the real pipeline and keeps it in the store, trial by trial. */
export async function keepSession(
  store: Store,
  options: {
    readonly child: string;
    readonly item: string;
    readonly level: Level;
    readonly abilities: Abilities;
    readonly sets: number;
    readonly seed: string;
    readonly newId: () => string;
    readonly lifts?: boolean;
  },
): Promise<{ readonly session: string; readonly trials: number }> {
  const { child, item, level, newId, seed } = options;
  const session = newId();
  let kept = 0;
  let activeMs = 0;
  await store.save({ kind: 'session', session, child });
  for (let n = 0; n < options.sets; n++) {
    const trials = Number(level.params.trials);
    const sides = createRng(`${seed}/${n}`).next() < 0.5 ? Array(trials).fill('left') : Array(trials).fill('right');
    const set: SetSpec = { params: level.params, sides, space: toPlaySpace(fieldMm.width, fieldMm.height, null), lockoutMs: 500 };
    const calibration = { source: 'touch' as const, fieldMm, touch };
    const head: RecordingHead = {
      format: 1,
      game: level.game,
      drill: reachDrill.id,
      drillVersion: reachDrill.version,
      set,
      seed: `${seed}/${n}`,
      calibration,
    };
    const played = simulateSet(
      { drill: reachDrill, set, seed: head.seed, calibration },
      { ...options.abilities, lifts: options.lifts ?? options.abilities.lifts },
    );
    const id = newId();
    const common = { session, child, level: level.id, source: 'touch' as const };
    await store.save({ kind: 'set', ...common, set: id, item, head });
    let from = 0;
    for (const result of played.state.results) {
      const last = result === played.state.results.at(-1);
      const frames = played.frames.filter((frame) => frame.deliveredMs >= from && (last || frame.deliveredMs < result.endMs));
      from = last ? Number.POSITIVE_INFINITY : result.endMs;
      const outcome = await store.save({
        kind: 'trial',
        ...common,
        set: id,
        game: level.game,
        drill: reachDrill.id,
        drillVersion: reachDrill.version,
        result,
        part: { frames, cuts: [] },
      });
      if (!outcome.saved) throw new Error(outcome.problem);
      kept += 1;
      activeMs += result.endMs - result.startMs;
    }
  }
  await store.save({ kind: 'session-end', session, child, reason: 'finished', activeMs });
  return { session, trials: kept };
}
