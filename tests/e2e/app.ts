import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { SessionRecord } from '../../src/session/types';

const root = join(import.meta.dirname, '../..');

/** The lines of a folder's text file below `prefix`, by dotted key: tests find controls by the words that people read. */
export function readText(folder: string, prefix = '', language = 'en'): (key: string) => string {
  const table = JSON.parse(readFileSync(join(root, 'src', folder, `text.${language}.json`), 'utf8'));
  return (key) => {
    const line = `${prefix}${key}`.split('.').reduce((at, part) => at?.[part], table);
    if (typeof line !== 'string') throw new Error(`no line ${prefix}${key} in ${folder}`);
    return line;
  };
}

const child = readText('screens/child', 'child.');

/** An event as the database holds it. */
export interface KeptEvent<B = Record<string, unknown>> {
  readonly id: string;
  readonly kind: string;
  /** Of whom it is; null: of the tablet. */
  readonly child: string | null;
  readonly n: number;
  readonly body: B;
}

/** The body of a kept trial or set. */
export type Kept<K extends SessionRecord['kind']> = Extract<SessionRecord, { kind: K }>;

/** Adds a child by touch alone, as an adult does on an empty tablet; returns the child's id. */
export async function addChild(page: Page, picture = 'Whale'): Promise<string> {
  await page.goto('./');
  await page.getByRole('button', { name: child('add') }).tap();
  await page.locator('label', { hasText: picture }).tap();
  await page.getByRole('button', { name: child('addNow') }).tap();
  await expect(page.locator('.start-button')).toBeVisible();
  return decodeURIComponent(page.url().split('#/play/')[1] ?? '');
}

/** Starts play from the start card, past the demonstration. */
export async function startPlay(page: Page): Promise<void> {
  await page.locator('.start-button').tap();
  await passReady(page);
  await expect(page.locator('.phase-demo, .phase-playing')).toBeVisible({ timeout: 30_000 });
  const skip = page.getByRole('button', { name: child('skipDemo') });
  // The demonstration may be over before a finger gets there.
  await skip.tap({ timeout: 2000 }).catch(() => undefined);
  await expect(page.locator('.phase-playing')).toBeVisible({ timeout: 15_000 });
}

/** Answers the ready card as an adult does where all is well; play just for fun has none. */
export async function passReady(page: Page): Promise<void> {
  await expect(page.locator('.ready-well, .play, .set-up').first()).toBeVisible({ timeout: 30_000 });
  if (!(await page.locator('.ready-well').isVisible())) return;
  await page.locator('.face-row button').first().tap();
  await page.locator('.ready-ask:last-child .ready-chips button').first().tap();
  await page.locator('.ready-well').tap();
  const hold = page.locator('.hold-button');
  await expect(hold.or(page.locator('.play, .set-up')).first()).toBeVisible();
  if (!(await hold.isVisible())) return;
  // A finger cannot be held by Playwright's own taps.
  const box = await hold.boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await page.mouse.down();
  await expect(page.locator('.hold-button.is-yes')).toBeVisible();
  await page.mouse.up();
}

/** All events of one kind, straight from the database, in the order of this device. */
export function readEvents<B = Record<string, unknown>>(page: Page, kind: string): Promise<KeptEvent<B>[]> {
  return page.evaluate(async (wanted) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('pebble-bay');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    try {
      const all = await new Promise<KeptEvent[]>((resolve, reject) => {
        const asking = db.transaction('events').objectStore('events').getAll();
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
      return all.filter((event) => event.kind === wanted).sort((a, b) => a.n - b.n) as never;
    } finally {
      db.close();
    }
  }, kind);
}

/** Waits until this many trials are durable and returns them. */
export async function waitForTrials(page: Page, count: number): Promise<KeptEvent<Kept<'trial'>>[]> {
  await expect.poll(async () => (await readEvents(page, 'trial')).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
  return readEvents<Kept<'trial'>>(page, 'trial');
}
