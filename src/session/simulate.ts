import { createRng } from '../core/rng';
import type { Millis } from '../core/units';
import type { Abilities, DrillState } from '../drills/types';
import type { Frame } from '../movement/types';
import { createRunner, type RunnerSetup, tickMs } from './runner';

/** Longest set that is simulated. */
const longestMs: Millis = 1_800_000;

/** A synthetic child without difficulty: shows what a level looks like, and how it is done. */
export const calmAbilities: Abilities = {
  reactionMs: 450,
  interceptMs: 500,
  slopeMs: 250,
  aimSdMm: 0,
  tremorMm: 0,
  subMovements: 1,
  restsRatio: 0,
  lifts: false,
};

/** A whole set played by a synthetic child through the real pipeline: its frames and the drill's final state. */
export function simulateSet<S extends DrillState = DrillState>(
  setup: RunnerSetup,
  abilities: Abilities,
): { readonly frames: readonly Frame[]; readonly state: Readonly<S> } {
  const runner = createRunner<S>(setup);
  const play = setup.drill.createSyntheticChild(setup.set, abilities, createRng(setup.seed).fork('child'));
  const frames: Frame[] = [];
  for (let nowMs = 0; nowMs < longestMs && !runner.state.done; nowMs += tickMs) {
    for (const frame of play(runner.state, nowMs)) frames.push(runner.push(frame));
    runner.advanceTo(nowMs + tickMs);
  }
  return { frames, state: runner.state };
}
