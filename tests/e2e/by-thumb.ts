import { expect, type Page } from '@playwright/test';
import { readText } from './app';
import { createFinger } from './finger';

const therapist = readText('screens/therapist', 'therapist.');
const child = readText('screens/child', 'child.');
const source = readText('screens', 'source.');

/** On a child's plan page: every item of the plan is one set by an adult's thumb. */
export async function planByThumb(page: Page): Promise<void> {
  const items = page.locator('.plan-item');
  for (let i = 0; i < (await items.count()); i++) {
    const item = items.nth(i);
    await item.getByRole('radio', { name: source('adult') }).check({ force: true });
    await item.getByRole('button', { name: `${therapist('dose.sets')}: less`, exact: true }).tap();
  }
}

/** Taps for each repetition that the adult sees, until the set is over. */
export async function tapThrough(page: Page): Promise<void> {
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
