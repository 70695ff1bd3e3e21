import type { AnyDrill, DrillState } from '../drills/types';
import { createRunner, tickMs } from './runner';
import type { Recording } from './types';

/** How long a recording is played on after its last frame: time windows and holds run out without frames. */
const runOutMs = 1_800_000;

/** Plays a recording through the real pipeline and returns the drill's state at its end. `onStep` sees the state at each stop. */
export function replayRecording<S extends DrillState = DrillState>(
  recording: Recording,
  drill: AnyDrill,
  onStep?: (state: Readonly<S>) => void,
): Readonly<S> {
  const runner = createRunner<S>({ drill, set: recording.set, seed: recording.seed, calibration: recording.calibration });
  const cuts = [...recording.cuts];
  for (const frame of recording.frames) {
    while (cuts[0] !== undefined && cuts[0] < frame.deliveredMs) cutAt(cuts.shift() ?? 0);
    // Up to the last tick before this frame; the tick that takes it must not run without it.
    runner.advanceTo((Math.ceil(frame.deliveredMs / tickMs) - 1) * tickMs);
    onStep?.(runner.state);
    runner.push(frame);
  }
  for (const cutMs of cuts) cutAt(cutMs);
  const endMs = (recording.frames.at(-1)?.deliveredMs ?? 0) + runOutMs;
  runner.advanceTo(endMs);
  onStep?.(runner.state);
  return runner.state;

  function cutAt(ms: number): void {
    runner.advanceTo(ms);
    runner.cut();
  }
}
