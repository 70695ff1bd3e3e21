import type { Millis } from '../../core/units';
import type { GaitState } from '../../drills/gait/state';

/** Tells the time on the drill's own clock, on which its beat lies. */
export interface RunTime {
  /** Called in each frame; `nowMs` is the session's time. */
  read(run: number, state: Readonly<GaitState>, nowMs: Millis): Millis;
}

/**
 * The drill's clock began somewhere on the session's. A state that was just stepped tells a time that is over; the least that lies between
 * it and now, over all frames of a run, is where that clock began: within a frame at first, within a millisecond after a second of walking.
 */
export function createRunTime(): RunTime {
  let seenRun = Number.NaN;
  let beganMs = Number.POSITIVE_INFINITY;
  return {
    read(run, state, nowMs) {
      if (run !== seenRun) beganMs = Number.POSITIVE_INFINITY;
      seenRun = run;
      const { beat, walked, phaseSinceMs, set } = state;
      const walkedMs = beat && state.phase === 'cue' && walked > 0 && walked < 1 ? beat.firstMs + walked * set.params.boutS * 1000 : 0;
      beganMs = Math.min(beganMs, nowMs - Math.max(phaseSinceMs, walkedMs));
      return nowMs - beganMs;
    },
  };
}
