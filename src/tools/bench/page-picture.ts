import * as Phaser from 'phaser';
import { createSessionClock } from '../../core/clock';
import { createRng } from '../../core/rng';
import type { DrillState, SetSpec } from '../../drills/types';
import { createHost } from '../../games/kit/host';
import { createSound } from '../../games/kit/sound';
import { findGame } from '../../games/registry';
import type { Calibration, Limb } from '../../movement/types';
import { longestSessionMs } from '../../plan/safety/rules';
import type { Level } from '../../plan/types';
import { createSession } from '../../session/session';
import { calmAbilities } from '../../session/simulate';
import { toPlaySpace } from '../../session/space';
import { addField, child, item, pxPerMm } from './page-field';
import { createFrameTimes, drawSmall, type FrameTimes, requireWebGl, watchFrames } from './page-frames';

const frameMs = 1000 / 60;
const mostFrames = 60 * 60;
const skippedFrames = 20;

/** Frames of a Phaser game with one empty scene, in the loop of the browser. */
export async function measureEmptyFrames(frames: number): Promise<FrameTimes> {
  const parent = addField();
  const times = createFrameTimes(skippedFrames);
  const drawAgain = drawSmall();
  let enough = () => {};
  const measured = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const undo = watchFrames({
    after(_, startMs, endMs) {
      times.add(startMs, endMs);
      if (times.scriptMs.length === frames) enough();
    },
  });
  const { clientWidth: width, clientHeight: height } = parent;
  const settings = { banner: false, audio: { noAudio: true }, fps: { smoothStep: false }, render: { maxTextures: 1 } };
  const game = new Phaser.Game({ type: Phaser.AUTO, parent, width, height, ...settings });
  await measured;
  undo();
  requireWebGl(game);
  game.destroy(true);
  drawAgain();
  parent.remove();
  return times;
}

/** What a game cost while a synthetic child played it. */
export interface GameCost {
  /** Script of each frame in ms, from pre-step to post-render with the session's tick. */
  readonly scriptMs: readonly number[];
  /** From asking for the game to its first frame; Phaser itself may be loaded already. */
  readonly startMs: number;
  readonly finished: boolean;
}

/**
 * Script time in ms of each frame while a synthetic child plays a whole set of this level, from pre-step to post-render with the
 * session's tick. Frames are stepped by hand, 60 a second of the set's own time: each time the same frame has the same work.
 */
export async function measureSceneFrames(level: Level): Promise<readonly number[]> {
  const { scriptMs, finished } = await measureGame(level, mostFrames);
  if (!finished) throw new Error('the synthetic child did not finish its set');
  return scriptMs;
}

/** The cost of a game's set, or of its first `frames` frames; `everyMs` of the set's own time a frame. */
export async function measureGame(level: Level, frames: number, everyMs = frameMs): Promise<GameCost> {
  const game = findGame(level.game);
  if (!game) throw new RangeError(`no game ${level.game}`);
  const parent = addField();
  const times = createFrameTimes(0);
  const drawAgain = drawSmall();
  const fieldMm = { width: parent.clientWidth / pxPerMm, height: parent.clientHeight / pxPerMm };
  const limb = level.params.limb as Limb | undefined;
  const calibration: Calibration = { source: game.drill.childSource, fieldMm, touch: child.touch, ...(limb ? { limb } : {}) };
  const sound = createSound(game.id, child.play.volumes);
  let pageMs = 0;
  let ids = 0;
  const session = createSession<DrillState & { readonly set: SetSpec }>({
    clock: createSessionClock({ nowMs: () => pageMs }),
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
  const askedMs = performance.now();
  const host = await createHost({ parent, game, stage: session.stage, sound, manual: true, beforeStep: () => session.tick() });
  const startMs = performance.now() - askedMs;
  requireWebGl(host.phaser());
  const startedMs = session.stage.nowMs;
  const act = game.drill.createSyntheticChild(session.stage.state.set, calmAbilities, createRng(level.id));
  try {
    while (session.stage.phase === 'playing' && times.scriptMs.length < frames) {
      pageMs += everyMs;
      for (const frame of act(session.stage.state, pageMs - startedMs)) session.push(frame);
      const beginMs = performance.now();
      host.stepBy(everyMs);
      times.add(beginMs, performance.now());
      // The drawing must keep up, or its full queue stops the script.
      if (times.scriptMs.length % 8 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    return { scriptMs: times.scriptMs, startMs, finished: session.status.trialsDone >= Number(level.params.trials) };
  } finally {
    host.destroy();
    sound.stop();
    drawAgain();
    parent.remove();
  }
}
