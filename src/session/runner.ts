import { createRng } from '../core/rng';
import type { Millis } from '../core/units';
import type { AnyDrill, DrillState, SetSpec } from '../drills/types';
import { createInterpreter } from '../movement/interpret/interpreters';
import type { Calibration, Frame } from '../movement/types';
import type { Runner } from './types';

/** Length of one step of a drill; everything that is scored happens on ticks, so the picture's frame rate changes nothing. */
export const tickMs = 10;

/** What a runner needs to know; the same four give the same results for the same frames. */
export interface RunnerSetup {
  readonly drill: AnyDrill;
  readonly set: SetSpec;
  readonly seed: string;
  readonly calibration: Calibration;
}

/**
 * The pipeline for one set: frames, interpreter, drill. Time starts at 0. Ticks run up to the tick that holds `nowMs`, so that a
 * frame delivered before a picture is drawn is in that picture.
 */
export function createRunner<S extends DrillState = DrillState>({ drill, set, seed, calibration }: RunnerSetup): Runner<S> {
  const rng = createRng(seed).fork('drill');
  const state: S = drill.start(set, rng);
  let interpret = createInterpreter(drill.movement, calibration);
  let waiting: Frame[] = [];
  let tick = 0;

  return {
    state,
    push(frame) {
      const earliestMs = tick * tickMs + 1;
      const kept = frame.deliveredMs >= earliestMs ? frame : { ...frame, deliveredMs: earliestMs };
      const later = waiting.findIndex((other) => other.deliveredMs > kept.deliveredMs);
      if (later < 0) waiting.push(kept);
      else waiting.splice(later, 0, kept);
      return kept;
    },
    advanceTo(nowMs: Millis) {
      const last = Math.ceil(nowMs / tickMs);
      while (tick < last && !state.done) {
        tick += 1;
        const atMs = tick * tickMs;
        let known = 0;
        while (known < waiting.length && (waiting[known]?.deliveredMs ?? atMs + 1) <= atMs) known += 1;
        const frames = known > 0 ? waiting.slice(0, known) : noFrames;
        if (known > 0) waiting = waiting.slice(known);
        drill.step(state, interpret(frames, atMs), atMs);
      }
    },
    cut() {
      // Fingers that were on the glass before the pause are not the fingers after it.
      interpret = createInterpreter(drill.movement, calibration);
      drill.step(
        state,
        interpret([{ kind: 'touch', capturedMs: tick * tickMs, deliveredMs: tick * tickMs, contacts: [] }], tick * tickMs),
        tick * tickMs,
      );
      drill.repeatTrial(state, tick * tickMs);
      return tick * tickMs;
    },
  };
}

const noFrames: readonly Frame[] = [];
