import { expect, test } from '@playwright/test';
import { addChild, type Kept, passReady, readEvents, readText } from './app';
import { planByThumb, tapThrough } from './by-thumb';

const child = readText('screens/child', 'child.');

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
