import type { Millis } from '../../core/units';
import type { AnyDrill, DrillState, TrialResult } from '../../drills/types';
import type { Frame } from '../../movement/types';
import { createRunner, tickMs } from '../../session/runner';
import type { RecordedHead } from './recording-limits';

/** How long a recording is played on after its last frame: time windows and holds run out without frames (as in session/replay.ts). */
const runOutMs: Millis = 1_800_000;

/** Plays frames as `replayRecording` does, but as they are read: nothing is kept of a frame that was played. */
export function createLineReplay(head: RecordedHead, drill: AnyDrill): { push(frame: Frame): void; finish(): readonly TrialResult[] } {
  const runner = createRunner<DrillState>({ drill, set: head.set, seed: head.seed, calibration: head.calibration });
  const cuts = [...head.cuts];
  let lastMs: Millis = 0;

  function cutUpTo(ms: Millis): void {
    for (let cutMs = cuts[0]; cutMs !== undefined && cutMs < ms; cutMs = cuts[0]) {
      runner.advanceTo(cutMs);
      runner.cut();
      cuts.shift();
    }
  }

  return {
    push(frame) {
      // What comes after the set changes nothing, and a hand-made file may have very much of it.
      if (runner.state.done) return;
      lastMs = frame.deliveredMs;
      cutUpTo(lastMs);
      // Up to the last tick before this frame; the tick that takes it must not run without it.
      runner.advanceTo((Math.ceil(lastMs / tickMs) - 1) * tickMs);
      runner.push(frame);
    },
    finish() {
      if (!runner.state.done) {
        cutUpTo(Number.POSITIVE_INFINITY);
        runner.advanceTo(lastMs + runOutMs);
      }
      return runner.state.results;
    },
  };
}
