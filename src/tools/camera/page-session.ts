import { createSessionClock } from '../../core/clock';
import { findGame } from '../../games/registry';
import { createPoseSource } from '../../movement/sources/pose';
import type { Calibration } from '../../movement/types';
import { longestSessionMs } from '../../plan/safety/rules';
import type { Level } from '../../plan/types';
import { createSession } from '../../session/session';
import { toPlaySpace } from '../../session/space';
import { child, item } from '../bench/page-field';

/** ms since a picture was taken: until the hand on the stage is the one of that picture, and until the drill has stepped on it. */
export interface StageDelays {
  readonly liveMs: readonly number[];
  readonly stateMs: readonly number[];
}

/** Plays a level by the camera for so long, without drawing it: the session steps at each frame of the browser, as in play. */
export async function measureStage(level: Level, lastsMs: number): Promise<StageDelays> {
  const game = findGame(level.game);
  if (!game) throw new RangeError(`no game ${level.game}`);
  const clock = createSessionClock({ nowMs: () => performance.now() });
  const fieldMm = { width: 280, height: 175 };
  const calibration: Calibration = { source: 'pose', fieldMm, touch: child.touch };
  let ids = 0;
  const session = createSession({
    clock,
    child: child.id,
    game: game.id,
    drill: game.drill,
    item: item.id,
    level: level.id,
    params: level.params,
    side: item.side,
    dose: item.dose,
    lockoutMs: child.lockoutMs,
    space: toPlaySpace(fieldMm.width, fieldMm.height, null),
    calibration,
    look: { companion: child.companion, ...child.play, variation: 1 },
    capMs: longestSessionMs,
    seed: 'bench',
    newId: () => `bench-${++ids}`,
    save: async () => ({ saved: true }),
    text: (key) => key,
  });
  session.skipDemo();
  const [liveMs, stateMs]: [number[], number[]] = [[], []];
  let pushed: number[] = [];
  const source = createPoseSource({ times: { nowMs: () => clock.nowMs(), toSession: (ms) => clock.toSession(ms) }, persons: 1 });
  const state = await source.start((frame) => {
    const before = session.stage.live;
    session.push(frame);
    // Without a hand in the picture nothing is drawn anew.
    if (session.stage.live === before) return;
    liveMs.push(clock.nowMs() - frame.capturedMs);
    pushed.push(frame.capturedMs);
  });
  if (state.state !== 'running') throw new Error(`the camera is ${state.state}`);
  const endMs = performance.now() + lastsMs;
  while (performance.now() < endMs) {
    await new Promise(requestAnimationFrame);
    session.tick();
    for (const capturedMs of pushed) stateMs.push(clock.nowMs() - capturedMs);
    pushed = [];
  }
  source.stop();
  session.end('stopped');
  return { liveMs, stateMs };
}
