import type { DrillState } from '../../src/drills/types';
import type { Frame } from '../../src/movement/types';
import { createRunner, type RunnerSetup } from '../../src/session/runner';

/** Results of a set whose frames arrive as at a tablet that draws `fps` pictures a second. */
export function replayAt<S extends DrillState>(setup: RunnerSetup, frames: readonly Frame[], fps: number): S['results'] {
  const runner = createRunner<S>(setup);
  const left = [...frames];
  for (let nowMs = 0; nowMs < 600_000 && !runner.state.done; nowMs += 1000 / fps) {
    for (let frame = left[0]; frame && frame.deliveredMs <= nowMs; frame = left[0]) {
      runner.push(frame);
      left.shift();
    }
    runner.advanceTo(nowMs);
  }
  return runner.state.results;
}
