import { createRng } from '../core/rng';
import type { Millis } from '../core/units';
import type { AnyDrill, DrillState, SetSpec } from '../drills/types';
import { createInterpreter } from '../movement/interpret/interpreters';
import type { Calibration, Frame, FrameOf } from '../movement/types';
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
 * The pipeline for one set: frames, interpreter, drill. Time starts at 0. A tick runs once its time has come and takes every frame
 * delivered up to it, so that results do not depend on when pictures are drawn.
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
      if (state.done) return frame;
      const earliestMs = tick * tickMs + 1;
      const kept = frame.deliveredMs >= earliestMs ? frame : { ...frame, deliveredMs: earliestMs };
      const later = waiting.findIndex((other) => other.deliveredMs > kept.deliveredMs);
      if (later < 0) waiting.push(kept);
      else waiting.splice(later, 0, kept);
      return kept;
    },
    advanceTo(nowMs) {
      runTo(Math.floor(nowMs / tickMs));
    },
    cut() {
      // Frames of the tick that is not over yet are played before the cut, so that a replay cuts between the same frames.
      if (waiting.length > 0) runTo(tick + 1);
      waiting = [];
      // Fingers that were on the glass before the pause are not the fingers after it.
      interpret = createInterpreter(drill.movement, calibration);
      const atMs = tick * tickMs;
      const noTouch: Frame[] = calibration.source === 'touch' ? [{ kind: 'touch', capturedMs: atMs, deliveredMs: atMs, contacts: [] }] : [];
      drill.step(state, interpret(noTouch, atMs), atMs);
      drill.repeatTrial(state, atMs);
      return atMs;
    },
  };

  /** An adult's thumb counts beside every source. */
  function hearAdult(frame: FrameOf<'adult'>, atMs: Millis): void {
    state.help = frame.help;
    if (!frame.rep || state.done) return;
    drill.markRep(state, { capturedMs: frame.capturedMs, deliveredMs: frame.deliveredMs, value: { help: frame.help }, quality: 1 }, atMs);
  }

  function runTo(last: number): void {
    while (tick < last && !state.done) {
      tick += 1;
      const atMs = tick * tickMs;
      let known = 0;
      while (known < waiting.length && (waiting[known]?.deliveredMs ?? atMs + 1) <= atMs) known += 1;
      const frames = known > 0 ? waiting.slice(0, known) : noFrames;
      if (known > 0) waiting = waiting.slice(known);
      for (const frame of frames) if (frame.kind === 'adult') hearAdult(frame, atMs);
      drill.step(state, interpret(frames, atMs), atMs);
    }
  }
}

const noFrames: readonly Frame[] = [];
