import type { AnyDrill, DrillState } from '../drills/types';
import type { Frame } from '../movement/types';
import { createRunner, tickMs } from './runner';
import type { Recording } from './types';

/** How long a recording is played on after its last frame: time windows and holds run out without frames. */
const runOutMs = 1_800_000;

/** A recording that is played as its frames are read: nothing is kept of a frame that was played. */
export interface Replay<S> {
  readonly state: Readonly<S>;
  /** Plays up to a frame and takes it; frames come in the order of their delivery. */
  push(frame: Frame): void;
  /** Plays what is left, after the last frame, and returns the state at the end. */
  finish(): Readonly<S>;
}

/** Starts to play a recording, told by its head, through the real pipeline. `onStep` sees the state at each stop. */
export function createReplay<S extends DrillState = DrillState>(
  head: Omit<Recording, 'frames'>,
  drill: AnyDrill,
  onStep?: (state: Readonly<S>) => void,
): Replay<S> {
  const runner = createRunner<S>({ drill, set: head.set, seed: head.seed, calibration: head.calibration });
  const cuts = [...head.cuts];
  let lastMs = 0;

  function cutBefore(ms: number): void {
    for (let cutMs = cuts[0]; cutMs !== undefined && cutMs < ms; cutMs = cuts[0]) {
      runner.advanceTo(cutMs);
      runner.cut();
      cuts.shift();
    }
  }

  return {
    state: runner.state,
    push(frame) {
      lastMs = frame.deliveredMs;
      cutBefore(lastMs);
      // Up to the last tick before this frame; the tick that takes it must not run without it.
      runner.advanceTo((Math.ceil(lastMs / tickMs) - 1) * tickMs);
      onStep?.(runner.state);
      runner.push(frame);
    },
    finish() {
      cutBefore(Number.POSITIVE_INFINITY);
      runner.advanceTo(lastMs + runOutMs);
      onStep?.(runner.state);
      return runner.state;
    },
  };
}

/** Plays a recording through the real pipeline and returns the drill's state at its end. `onStep` sees the state at each stop. */
export function replayRecording<S extends DrillState = DrillState>(
  recording: Recording,
  drill: AnyDrill,
  onStep?: (state: Readonly<S>) => void,
): Readonly<S> {
  const replay = createReplay<S>(recording, drill, onStep);
  for (const frame of recording.frames) replay.push(frame);
  return replay.finish();
}
