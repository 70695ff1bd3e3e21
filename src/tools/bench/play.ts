import type { CDPSession, Page } from 'playwright-core';
import type { Level } from '../../plan/types';
import { openBrowser, type PageServer, tabletContext } from '../browser-page';
import type { BenchPage } from './bench-page';
import { type Part, toMiddle, toQuantile } from './figure';

type BenchWindow = Window & { readonly bench: BenchPage };

const emptyFrames = 150;
const playCount = 5;
const touchesMs = { small: 5000, full: 4000 };

/** The picture's cost and the way of a touch to it, in a real browser with WebGL, by the app's own play on the whole page. */
export async function benchPlay(server: PageServer, level: Level): Promise<readonly Part[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage(tabletContext);
    await page.goto(server.address);
    await page.waitForFunction(() => 'bench' in window);
    const empty = await page.evaluate((count) => (window as unknown as BenchWindow).bench.measureEmptyFrames(count), emptyFrames);
    const plays: (readonly number[])[] = [];
    for (let i = 0; i < playCount; i++)
      plays.push(await page.evaluate((chosen) => (window as unknown as BenchWindow).bench.measureSceneFrames(chosen), level));
    const small = await measureTouches(page, level, true);
    const full = await measureTouches(page, level, false);
    return [toFramePart(level, empty.scriptMs, plays), toTouchPart(small, full)];
  } finally {
    await browser.close();
  }
}

function toFramePart(level: Level, empty: readonly number[], plays: readonly (readonly number[])[]): Part {
  // The same frame of the same set has the same work: what differs between plays is the machine.
  const frames = (plays[0] ?? []).map((_, i) => toMiddle(plays.flatMap((play) => play[i] ?? [])));
  return {
    title: 'Picture',
    how: `script from pre-step to post-render, session tick included; WebGL, 1280 x 800; ${frames.length} frames of ${level.game} ${level.id}, a whole set stepped by hand at 60 frames a second, each frame the median of ${playCount} plays; drawn small (page-frames.ts says why)`,
    figures: [
      { name: 'script a frame, median', value: toMiddle(frames), unit: 'ms' },
      { name: 'script a frame, p95', value: toQuantile(frames, 0.95), unit: 'ms', target: { atMost: 4 } },
      { name: 'script a frame, longest', value: Math.max(...frames), unit: 'ms' },
      { name: 'script a frame, p95 with the noise of single plays', value: toQuantile(plays.flat(), 0.95), unit: 'ms' },
      { name: 'empty Phaser scene, median', value: toMiddle(empty), unit: 'ms' },
      { name: 'empty Phaser scene, p95 with noise', value: toQuantile(empty, 0.95), unit: 'ms' },
      { name: 'scene against empty scene, medians', value: toMiddle(frames) / toMiddle(empty), unit: 'x' },
    ],
  };
}

type Touches = ReturnType<BenchPage['finishTouches']>;

function toTouchPart(small: Touches, full: Touches): Part {
  const ms = small.shown.map((one) => one.ms);
  const frames = [...small.shown, ...full.shown].map((one) => one.frames);
  return {
    title: 'Touch',
    how: `real touch events on the play page; from the event's time stamp to the end of the first frame drawn with its place; ${small.shown.length} events with the picture drawn small, ${full.shown.length} with it drawn in full by the processor`,
    figures: [
      { name: 'pointer event to its frame, both, median', value: toMiddle(frames), unit: 'frames', target: { atMost: 1 } },
      { name: 'pointer event to its frame, both, p95', value: toQuantile(frames, 0.95), unit: 'frames', target: { atMost: 1 } },
      { name: 'pointer event to its frame, small, median', value: toMiddle(ms), unit: 'ms' },
      { name: 'pointer event to its frame, small, p95', value: toQuantile(ms, 0.95), unit: 'ms' },
      { name: 'of it since the page heard of the event, small, median', value: toMiddle(small.shown.map((one) => one.heardMs)), unit: 'ms' },
      { name: 'the median against the time between frames, small', value: toMiddle(ms) / toMiddle(small.everyMs), unit: 'x' },
      { name: 'pointer event to its frame, in full, median', value: toMiddle(full.shown.map((one) => one.ms)), unit: 'ms' },
      {
        name: 'the median against the time between frames, in full',
        value: toMiddle(full.shown.map((one) => one.ms)) / toMiddle(full.everyMs),
        unit: 'x',
      },
    ],
  };
}

/** A finger that wanders over the field, an event each 16 ms as glass gives them. */
async function measureTouches(page: Page, level: Level, small: boolean): Promise<Touches> {
  await page.evaluate(([chosen, drawn]) => (window as unknown as BenchWindow).bench.startTouches(chosen, drawn), [level, small] as const);
  const cdp = await page.context().newCDPSession(page);
  const startMs = performance.now();
  for (let i = 0; performance.now() - startMs < (small ? touchesMs.small : touchesMs.full); i++) {
    await touch(cdp, i === 0 ? 'touchStart' : 'touchMove', 640 + 400 * Math.sin(i / 23), 400 + 250 * Math.sin(i / 17));
    const earlyMs = startMs + i * 16 - performance.now();
    if (earlyMs > 0) await new Promise((resolve) => setTimeout(resolve, earlyMs));
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const touches = await page.evaluate(() => (window as unknown as BenchWindow).bench.finishTouches());
  if (touches.shown.length === 0) throw new Error('no touch was seen on the picture');
  return touches;
}

async function touch(cdp: CDPSession, type: 'touchStart' | 'touchMove', x: number, y: number): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [{ id: 1, x, y }] });
}
