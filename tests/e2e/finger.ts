import type { CDPSession, Page } from '@playwright/test';

/** A point of the page in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A real finger on a page, through the browser's own touch pipeline. */
export interface Finger {
  tap(at: Point): Promise<void>;
  down(at: Point): Promise<void>;
  /** Slides on a minimum-jerk course; `bow` is the greatest way aside as a share of the way. Events carry the exact times of the course. */
  slide(from: Point, to: Point, durationMs: number, bow?: number): Promise<void>;
  up(): Promise<void>;
}

const eventMs = 1000 / 60;

/** A finger for this page. */
export async function createFinger(page: Page): Promise<Finger> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[], atMs = Date.now()) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints.map((point) => ({ ...point, id: 1 })), timestamp: atMs / 1000 });
  return {
    async tap(at) {
      await send('touchStart', [at]);
      await page.waitForTimeout(60);
      await send('touchEnd', []);
    },
    async down(at) {
      await send('touchStart', [at]);
    },
    async slide(from, to, durationMs, bow = 0) {
      const startMs = Date.now();
      const sent: Promise<unknown>[] = [];
      for (let ms = 0; ms < durationMs + eventMs; ms += eventMs) {
        const share = Math.min(1, ms / durationMs);
        const along = share ** 3 * (10 - 15 * share + 6 * share ** 2);
        const aside = bow * Math.sin(Math.PI * along);
        const point = {
          x: from.x + (to.x - from.x) * along - (to.y - from.y) * aside,
          y: from.y + (to.y - from.y) * along + (to.x - from.x) * aside,
        };
        const dueMs = startMs + Math.min(ms, durationMs);
        const earlyMs = dueMs - Date.now();
        if (earlyMs > 0) await new Promise((resolve) => setTimeout(resolve, earlyMs));
        // Waiting for the page's answer would make the finger as slow as the picture.
        sent.push(send('touchMove', [point], dueMs));
      }
      await Promise.all(sent);
    },
    async up() {
      await send('touchEnd', []);
    },
  };
}

/** Length of the bowed course over its straight way. */
export function bowedLength(bow: number): number {
  const steps = 2000;
  let length = 0;
  for (let i = 0; i < steps; i++) length += Math.hypot(1 / steps, bow * (Math.sin((Math.PI * (i + 1)) / steps) - Math.sin((Math.PI * i) / steps)));
  return length;
}
