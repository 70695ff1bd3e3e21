import { expect, type Locator, type Page } from '@playwright/test';
import { type Kept, type KeptEvent, readEvents, readText } from './app';
import { createFinger, type Finger, type Point } from './finger';

const child = readText('screens/child', 'child.');
const ready = readText('screens/child/ready', 'ready.');

/** A counted finger: it presses what people see, without waiting for a still picture as the browser driver would. */
export interface Thumb {
  readonly finger: Finger;
  /** Presses since the last `begin`. */
  readonly taps: number;
  /** Milliseconds since the last `begin`. */
  readonly tookMs: number;
  begin(): void;
  press(seen: Locator): Promise<void>;
  /** Stays down for this many milliseconds; one press. */
  hold(seen: Locator, forMs: number): Promise<void>;
}

/** The middle of what is seen, once nothing lies over it; null before. */
async function findPoint(seen: Locator): Promise<Point | null> {
  if ((await seen.count()) !== 1) return null;
  const look = (element: HTMLElement | SVGElement): Point | null => {
    let box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    box = element.getBoundingClientRect();
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const top = document.elementFromPoint(at.x, at.y);
    return top && (element.contains(top) || top.contains(element)) && !element.matches(':disabled') ? at : null;
  };
  // It may be gone since it was counted.
  return seen.evaluate(look, undefined, { timeout: 2000 }).catch(() => null);
}

async function waitForPoint(seen: Locator): Promise<Point> {
  let at: Point | null = null;
  let before: Point | null = null;
  // A page that is still being laid out moves its buttons away from under a finger.
  const look = async () => {
    before = at;
    at = await findPoint(seen);
    return at !== null && before !== null && Math.hypot(at.x - before.x, at.y - before.y) < 1;
  };
  await expect.poll(look, { timeout: 30_000, intervals: [40], message: `nothing to press: ${seen}` }).toBe(true);
  return at ?? { x: 0, y: 0 };
}

/** A thumb on this page. */
export async function createThumb(page: Page): Promise<Thumb> {
  const finger = await createFinger(page);
  let taps = 0;
  let fromMs = Date.now();
  return {
    finger,
    get taps() {
      return taps;
    },
    get tookMs() {
      return Date.now() - fromMs;
    },
    begin() {
      taps = 0;
      fromMs = Date.now();
    },
    async press(seen) {
      const at = await waitForPoint(seen);
      taps++;
      await finger.tap(at);
    },
    async hold(seen, forMs) {
      const at = await waitForPoint(seen);
      taps++;
      await finger.down(at);
      await page.waitForTimeout(forMs);
      await finger.up();
    },
  };
}

/** Adds a child by picture alone, from the first screen; returns its id. */
export async function addByThumb(page: Page, thumb: Thumb, picture: string): Promise<string> {
  await thumb.press(page.getByRole('button', { name: child('add') }).first());
  await thumb.press(page.locator('label', { hasText: picture }).first());
  await thumb.press(page.getByRole('button', { name: child('addNow') }));
  await expect(page.locator('.start-button')).toBeVisible();
  return decodeURIComponent(page.url().split('#/play/')[1] ?? '');
}

/** Three presses where all is well: no pain, no seizure, all is well. */
export async function sayAllIsWell(page: Page, thumb: Thumb): Promise<void> {
  await thumb.press(page.locator('.face-row button').first());
  await thumb.press(page.getByRole('button', { name: ready('seizure.none'), exact: true }));
  await thumb.press(page.locator('.ready-well'));
}

/** Waits for play and passes over the demonstration while it is there. */
export async function passDemo(page: Page, thumb: Thumb): Promise<void> {
  const skip = page.getByRole('button', { name: child('skipDemo') });
  await expect(page.locator('.phase-demo, .phase-playing').first()).toBeVisible({ timeout: 40_000 });
  while ((await skip.count()) > 0) {
    const at = await findPoint(skip.first());
    if (at) await thumb.finger.tap(at);
    await page.waitForTimeout(200);
  }
  await expect(page.locator('.phase-playing').first()).toBeVisible({ timeout: 15_000 });
}

/** A child's taps all over a field until so many of its trials are kept; they are play and not counted. */
export async function tapUntilTrials(page: Page, thumb: Thumb, field: Locator, isEnough: (trials: KeptEvent<Kept<'trial'>>[]) => boolean) {
  const box = await field.boundingBox();
  if (!box) throw new Error('there is no field to play on');
  const [columns, rows] = [6, 4];
  for (let i = 0; i < 240; i++) {
    const trials = await readEvents<Kept<'trial'>>(page, 'trial');
    if (isEnough(trials)) return trials;
    // The buttons of the adult lie along the upper edge.
    const [column, row] = [i % columns, Math.floor(i / columns) % rows];
    await thumb.finger.tap({ x: box.x + (box.width * (column + 1)) / (columns + 1), y: box.y + box.height * (0.22 + (0.7 * row) / rows) });
    await page.waitForTimeout(100);
  }
  throw new Error('the taps became no trial');
}
