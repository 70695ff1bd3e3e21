import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { createRng, type Rng } from '../../src/core/rng';
import { passReady, readEvents, readText } from './app';
import { addByThumb, createThumb, type Thumb } from './thumb';

const lock = readText('screens/therapist/lock', 'lock.');

/** What only adults may see: the therapist's page, its tabs, the family's page, the rail. */
const adults = '.page.therapist, [role="tab"], .page.family, .rail, .add-child';

// Few pixels: a machine without a graphics processor answers pokes, not pictures.
test.use({ viewport: { width: 800, height: 500 } });

async function setPin(page: Page, thumb: Thumb, id: string): Promise<void> {
  await page.goto(`./#/therapist/${id}`);
  await thumb.press(page.getByRole('button', { name: lock('setPin'), exact: true }));
  for (let i = 0; i < 2; i++) {
    for (const digit of '4711') await thumb.press(page.locator('.keypad-key').filter({ hasText: digit }));
    await thumb.press(page.getByRole('button', { name: lock('enter'), exact: true }));
    if (i === 0) await expect(page.getByText(lock('again'))).toBeVisible();
  }
  const code = await page.locator('.code span').allTextContents();
  await page.getByLabel(lock('lastGroup')).fill(code.at(-1) ?? '');
  await thumb.press(page.getByRole('button', { name: lock('ready'), exact: true }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** One poke of a child: a tap, a press that stays, a swipe, or two fingers. Half of them go to what can be pressed. */
async function poke(page: Page, cdp: CDPSession, rng: Rng): Promise<void> {
  const spots = await page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, label')].flatMap((one) => {
      const box = one.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return box.width > 0 && x > 0 && y > 0 && x < innerWidth && y < innerHeight ? [{ x, y }] : [];
    }),
  );
  const anywhere = () => ({ x: 4 + rng.next() * 792, y: 4 + rng.next() * 492 });
  const at = (rng.next() < 0.5 && spots[Math.floor(rng.next() * spots.length)]) || anywhere();
  const kind = rng.next();
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  if (kind < 0.7) await send('touchStart', at);
  else if (kind < 0.8) {
    await send('touchStart', at);
    await page.waitForTimeout(750);
  } else if (kind < 0.9) {
    await send('touchStart', at);
    const to = anywhere();
    for (let i = 1; i <= 4; i++) await send('touchMove', { x: at.x + ((to.x - at.x) * i) / 4, y: at.y + ((to.y - at.y) * i) / 4 });
  } else await send('touchStart', at, anywhere());
  await send('touchEnd');
}

/** Edits that a person made; what play did by its own rule says why. */
async function readHandEdits(page: Page): Promise<string> {
  const kept = [...(await readEvents(page, 'child')), ...(await readEvents(page, 'plan')), ...(await readEvents(page, 'device'))];
  return JSON.stringify(kept.filter(({ body }) => !JSON.stringify(body).includes('"because"')));
}

test('a child who pokes everywhere reaches no page of adults and changes no plan and no setting', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto('./');
  const thumb = await createThumb(page);
  const id = await addByThumb(page, thumb, 'Whale');
  await setPin(page, thumb, id);
  await thumb.press(page.getByRole('button', { name: lock('now'), exact: true }));
  const before = await readHandEdits(page);
  const origin = new URL(page.url()).origin;
  const cdp = await page.context().newCDPSession(page);
  const rng = createRng('a child who pokes');
  const shown: string[] = [];
  const pokeFor = async (ms: number) => {
    for (const endMs = Date.now() + ms; Date.now() < endMs; ) {
      await poke(page, cdp, rng);
      shown.push(...(await page.locator(adults).evaluateAll((found) => found.map(({ className }) => className))));
      expect(new URL(page.url()).origin).toBe(origin);
    }
  };
  await pokeFor(3000);
  await page.goto('./#/');
  await page.goto(`./#/play/${id}`);
  await page.locator('.start-button').tap();
  await passReady(page);
  // Even a press that stays on the rail's own button opens nothing but a question.
  await thumb.hold(page.getByRole('button', { name: readText('screens/child/rail', 'rail.')('open') }), 900);
  await expect(page.locator('.adult-press')).toBeVisible();
  await pokeFor(4000);
  await page.keyboard.press('Escape');
  await pokeFor(2000);
  expect([...new Set(shown)]).toEqual([]);
  expect(await readHandEdits(page)).toBe(before);
  // The lock still stands.
  await page.goto('./#/');
  await page.goto(`./#/therapist/${id}`);
  await expect(page.locator('.lock-page')).toBeVisible({ timeout: 20_000 });
});
