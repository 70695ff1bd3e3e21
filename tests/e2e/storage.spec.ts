import { expect, test } from '@playwright/test';
import { addChild, readEvents, readText, startPlay } from './app';
import { expectWhole, readHeld, toTrials } from './kept-truth';

const common = readText('screens');
const child = readText('screens/child', 'child.');

test('where storage is refused the adult is told before play, and play pretends nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText(common('storage.problem.refused'));
  await expect(page.getByRole('button', { name: child('add') })).toHaveCount(0);
  await page.getByRole('link', { name: /Just for fun/ }).tap();
  await expect(page.getByText(child('notKept'))).toBeVisible();
  await startPlay(page);
  await page.getByRole('button', { name: child('stop') }).tap();
  await expect(page.getByText(child('notKept'))).toBeVisible();
});

test('a full disk in play: play goes on, the adult is told, trials are kept as soon as there is room', async ({ page, context, baseURL }) => {
  test.setTimeout(240_000);
  // Without a graphics processor a small picture answers sooner.
  await page.setViewportSize({ width: 640, height: 480 });
  await addChild(page);
  await startPlay(page);
  const cdp = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await page.getByRole('button', { name: child('openThumb') }).tap();
  const tap = page.locator('.tap-button').first();
  const note = page.locator('.play-unsaved');
  await expect(async () => {
    await tap.dispatchEvent('click');
    await expect(note).toHaveText(/[2-9] targets are not kept yet/, { timeout: 300 });
  }).toPass({ timeout: 60_000 });
  await expect(page.locator('.phase-playing')).toBeVisible();

  await page.getByRole('button', { name: child('stop') }).tap();
  await expect(page.getByRole('alert')).toContainText(common('storage.problem.full'));
  await expect(page.getByRole('alert')).toContainText(common('storage.held.full'));
  // The session is left, and what was played is still held and told.
  await page.evaluate(() => {
    location.hash = '#/therapist';
  });
  await expect(page.getByRole('alert').first()).toContainText(/\d targets? (is|are) not kept yet/);
  const waiting = Number(/(\d+) target/.exec(await page.getByRole('alert').first().innerText())?.[1]);
  const before = await readEvents(page, 'trial');
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 20_000 });
  const held = await readHeld(page);
  expectWhole(held);
  const kept = toTrials(held.events).sort((a, b) => a.n - b.n);
  expect(kept).toHaveLength(before.length + waiting);
  expect(kept.map(({ body }) => body.result.trial)).toEqual(
    kept.map(({ body }, i) => kept.slice(0, i).filter((earlier) => earlier.body.set === body.set).length),
  );
  expect(held.events.filter(({ kind }) => kind === 'session-end')).toHaveLength(1);
});

test('a damaged event is kept, skipped and reported; the rest of the history shows', async ({ page }) => {
  await addChild(page, 'Crab');
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('pebble-bay');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = db.transaction('events', 'readwrite');
    const events = transaction.objectStore('events');
    events.openCursor().onsuccess = (event) => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue>).result;
      if (cursor) events.add({ ...cursor.value, id: '00000000-0000-4000-8000-000000000001', n: 9999, kind: 'trial', body: { result: 'torn' } });
    };
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    db.close();
  });
  await page.goto('./#/therapist');
  await page.reload();
  await expect(page.getByText(/result/).first()).toBeVisible();
  await page.goto('./');
  await expect(page.getByRole('link', { name: /Crab/ }).first()).toBeVisible();
  expect(await readEvents(page, 'trial')).toHaveLength(1);
});
