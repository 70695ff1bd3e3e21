import { createRng } from '../../../core/rng';
import type { Millis } from '../../../core/units';
import type { Abilities, AnyDrill, DrillState, Params, PlaySpace } from '../../../drills/types';
import type { Frame, Limb } from '../../../movement/types';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import { createRunner, type RunnerSetup, tickMs } from '../../../session/runner';
import { toSides } from '../../../session/sides';

/** A synthetic child to whom not everything comes at once: it aims a little beside and is elsewhere in one trial of ten. */
export const livelyAbilities: Abilities = {
  reactionMs: 600,
  interceptMs: 650,
  slopeMs: 320,
  aimSdMm: 14,
  tremorMm: 1,
  subMovements: 2,
  restsRatio: 0.1,
  lifts: false,
};

/** A set under way in the real drill, with what its synthetic child's hand did last. */
export interface WatchedSet {
  readonly state: Readonly<DrillState>;
  readonly nowMs: Millis;
  /** Places of contacts on the play field, 0..1; empty for sources without. */
  readonly contacts: readonly { readonly x: number; readonly y: number }[];
  /** Plays on up to a time of the set's own clock. */
  playTo(toMs: Millis): void;
}

/** What a plan item's set needs to be played without a child. */
export function toSetSetup(drill: AnyDrill, params: Params, item: Pick<PlanItem, 'id' | 'side'>, child: ChildProfile, space: PlaySpace): RunnerSetup {
  const limb = params.limb as Limb | undefined;
  const fieldMm = { width: space.widthMm, height: space.heightMm };
  const calibration = { source: drill.childSource, fieldMm, touch: child.touch, ...(limb ? { limb } : {}) };
  return { drill, set: { params, sides: toSides(item.side, Number(params.trials)), space, lockoutMs: child.lockoutMs }, seed: item.id, calibration };
}

/** A set at its start, played by a synthetic child. */
export function startWatchedSet(setup: RunnerSetup, abilities: Abilities = livelyAbilities): WatchedSet {
  const runner = createRunner(setup);
  const play = setup.drill.createSyntheticChild(setup.set, abilities, createRng(setup.seed).fork('child'));
  let nowMs = 0;
  let contacts: WatchedSet['contacts'] = [];
  const look = (frame: Frame) => {
    if (frame.kind === 'touch') contacts = frame.contacts;
  };
  return {
    state: runner.state,
    get nowMs() {
      return nowMs;
    },
    get contacts() {
      return contacts;
    },
    playTo(toMs) {
      while (nowMs + tickMs <= toMs && !runner.state.done) {
        for (const frame of play(runner.state, nowMs)) look(runner.push(frame));
        nowMs += tickMs;
        runner.advanceTo(nowMs);
      }
    },
  };
}
