import { createText } from '../../core/text';
import type { Level } from '../../plan/types';
import { startPlay } from '../../play/start-play';
import { addField, child, item, pxPerMm } from './page-field';
import { createFrameTimes, drawSmall, watchFrames } from './page-frames';

/** How one touch event came to be seen: ms from its time stamp, and from when the page heard of it; frames, 1 being the first after it. */
export interface Shown {
  readonly ms: number;
  readonly heardMs: number;
  readonly frames: number;
}

const skippedFrames = 20;
let touches: { readonly shown: Shown[]; readonly everyMs: number[]; end(): void } | null = null;

/**
 * Starts a set by the app's own play, and notes for each pointer event when a frame was drawn that has the light of the hand at its
 * place, in full or `small`; the touches come from outside.
 */
export async function startTouches(level: Level, small: boolean): Promise<void> {
  const shown: Shown[] = [];
  const times = createFrameTimes(skippedFrames);
  const waiting: { readonly stampMs: number; readonly heardMs: number; readonly frame: number; readonly x: number; readonly y: number }[] = [];
  const drawAgain = small ? drawSmall() : () => {};
  let frame = 0;
  const undo = watchFrames({
    after(game, startMs, endMs) {
      frame += 1;
      times.add(startMs, endMs);
      const light = game.scene.getScene(level.game)?.children.getByName('hand-light');
      if (!light || !('x' in light) || !('y' in light)) return;
      const [x, y] = [Number(light.x), Number(light.y)];
      // Half a pixel: the light is where the finger is, up to rounding.
      const last = waiting.findLastIndex((one) => Math.hypot(one.x - x, one.y - y) < 0.5);
      for (const one of waiting.splice(0, last + 1)) shown.push({ ms: endMs - one.stampMs, heardMs: endMs - one.heardMs, frames: frame - one.frame });
    },
  });
  let ids = 0;
  const parent = addField();
  const { session, destroy } = await startPlay({
    sessionsBefore: 0,
    turn: null,
    child,
    item: { ...item, game: level.game, level: level.id },
    level,
    parent,
    text: createText('en', []),
    pxPerMm,
    save: async () => ({ saved: true }),
    prepared: null,
    ranges: {},
    newId: () => `bench-${++ids}`,
  });
  session.skipDemo();
  const note = (event: PointerEvent) =>
    waiting.push({ stampMs: event.timeStamp, heardMs: performance.now(), frame, x: event.clientX, y: event.clientY });
  window.addEventListener('pointerdown', note, { capture: true });
  window.addEventListener('pointermove', note, { capture: true });
  touches = {
    shown,
    everyMs: times.everyMs,
    end() {
      undo();
      window.removeEventListener('pointerdown', note, { capture: true });
      window.removeEventListener('pointermove', note, { capture: true });
      destroy();
      drawAgain();
      parent.remove();
    },
  };
}

/** What `startTouches` saw, and the time between frames. */
export function finishTouches(): { readonly shown: readonly Shown[]; readonly everyMs: readonly number[] } {
  if (!touches) throw new Error('nothing was started');
  const { shown, everyMs } = touches;
  touches.end();
  touches = null;
  return { shown, everyMs };
}
