import { expect, type Page, test } from '@playwright/test';
import { addChild, type Kept, passReady, readEvents, readText } from './app';
import { createFinger } from './finger';

const therapist = readText('screens/therapist', 'therapist.');
const child = readText('screens/child', 'child.');
const source = readText('screens', 'source.');

/** Every item of the plan is one set by an adult's thumb. */
async function planByThumb(page: Page): Promise<void> {
  const items = page.locator('.plan-item');
  for (let i = 0; i < (await items.count()); i++) {
    const item = items.nth(i);
    await item.getByRole('radio', { name: source('adult') }).check({ force: true });
    await item.getByRole('button', { name: `${therapist('dose.sets')}: less`, exact: true }).tap();
  }
}

/** Taps for each repetition that the adult sees, until the set is over. */
async function tapThrough(page: Page): Promise<void> {
  const skip = page.getByRole('button', { name: child('skipDemo') });
  await expect(page.locator('.phase-demo, .phase-playing')).toBeVisible({ timeout: 60_000 });
  await skip.tap({ timeout: 3000 }).catch(() => undefined);
  await expect(page.locator('.phase-playing')).toBeVisible({ timeout: 30_000 });
  const button = await page.locator('.tap-button').first().boundingBox();
  if (!button) throw new Error('there is no button for the thumb');
  const thumb = await createFinger(page);
  await expect
    .poll(
      async () => {
        await thumb.tap({ x: button.x + button.width / 2, y: button.y + button.height / 2 });
        return page.locator('.phase-set-end, .phase-resting, .phase-ended').count();
      },
      { timeout: 90_000, intervals: [350] },
    )
    .toBeGreaterThan(0);
}

test('two games are one session: in turn, with a rest between, and a keepsake at each place', async ({ page }) => {
  test.setTimeout(240_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  const id = await addChild(page);
  await page.goto(`./#/therapist/${id}`);
  await page.getByRole('button', { name: 'Add Rocket' }).tap();
  await expect(page.locator('.plan-item')).toHaveCount(2);
  await planByThumb(page);
  await expect
    .poll(async () => (await readEvents(page, 'plan')).map(({ body }) => JSON.stringify(body)).join())
    .toMatch(/dose\.sets":1.*dose\.sets":1/);

  // Without a graphics processor a small picture answers sooner.
  await page.setViewportSize({ width: 768, height: 512 });
  await page.goto(`./#/play/${id}`);
  await expect(page.locator('.place')).toHaveCount(2);
  await page.locator('.start-button').tap();
  await passReady(page);
  await tapThrough(page);
  await page.getByRole('button', { name: child('skipRest') }).tap({ timeout: 30_000 });
  await tapThrough(page);
  await expect(page.locator('.end-card')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.new-pebble')).toHaveCount(1);

  const sets = await readEvents<Kept<'set'>>(page, 'set');
  expect(sets.map(({ body }) => body.head.game)).toEqual(['fireflies', 'rocket']);
  expect(new Set(sets.map(({ body }) => body.session)).size).toBe(1);
  expect(await readEvents(page, 'session')).toHaveLength(1);
  expect(await readEvents(page, 'session-end')).toHaveLength(1);
  const trials = await readEvents<Kept<'trial'>>(page, 'trial');
  expect(trials.every(({ body }) => body.result.outcome === 'success')).toBe(true);
  // What an adult's thumb counts says nothing about how hard it was.
  expect(await readEvents(page, 'adjustment')).toEqual([]);

  await page.getByRole('link', { name: readText('screens', 'common.')('home') }).tap();
  await page.goto(`./#/play/${id}`);
  await expect(page.locator('.place .keepsake')).toHaveCount(2);
});
