import { expect, test } from '@playwright/test';
import { createRng } from '../../src/core/rng';
import type { ReachParams } from '../../src/drills/reach/params';
import { placeTrial } from '../../src/drills/reach/place';
import type { SetSpec } from '../../src/drills/types';
import { addChild, type Kept, readEvents, readText, startPlay, waitForTrials } from './app';
import { bowedLength, createFinger, type Point } from './finger';

const therapist = readText('screens/therapist', 'therapist.');
const child = readText('screens/child', 'child.');

/** Time between 5 % of peak speed on both sides of a minimum-jerk movement, as a share of its duration. */
const between5Percent = 0.8811;

/** Without a graphics processor a small picture answers sooner. */
const small = { width: 768, height: 512 };

const reaches = [
  { durationMs: 700, bow: 0, besideMm: 0 },
  { durationMs: 1000, bow: 0.18, besideMm: 6 },
  { durationMs: 1400, bow: -0.12, besideMm: -5 },
];

test.beforeEach(async ({ page, baseURL }) => {
  // Nothing leaves the device: every request must stay with the app's own origin.
  const origin = new URL(baseURL ?? '').origin;
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) throw new Error(`a request left the origin: ${url}`);
  });
  page.on('pageerror', (error) => {
    throw error;
  });
});

test('from an empty tablet to the first target by touch alone', async ({ page }) => {
  const openedMs = Date.now();
  await addChild(page);
  await startPlay(page);
  expect(Date.now() - openedMs).toBeLessThan(60_000);
  expect(await readEvents(page, 'child')).toHaveLength(1);
  expect(await readEvents(page, 'plan')).toHaveLength(1);
});

test('scripted reaches become stored trials, a therapist’s reading and a pebble', async ({ page }) => {
  test.setTimeout(120_000);
  const id = await addChild(page);

  await test.step('the therapist chooses a level and tunes it', async () => {
    await page.goto(`./#/therapist/${id}`);
    await page.getByRole('button', { name: therapist('plan.changeLevel') }).tap();
    await page.getByRole('radio', { name: /All around Reach/ }).check({ force: true });
    await page.getByRole('button', { name: 'Target width: less' }).tap();
    await expect(page.getByText('70 mm', { exact: true }).first()).toBeVisible();
    await expect
      .poll(async () => (await readEvents(page, 'plan')).map((event) => JSON.stringify(event.body)).join())
      .toMatch(/04-all-around.*params\.targetWidthMm":70/);
  });

  await page.goto(`./#/play/${id}`);
  await startPlay(page);
  const finger = await createFinger(page);
  await expect.poll(async () => (await readEvents(page, 'set')).length).toBe(1);
  const [set] = await readEvents<Kept<'set'>>(page, 'set');
  if (!set) throw new Error('the set was not stored at its start');
  const spec = set.body.head.set as SetSpec<ReachParams>;
  expect(spec.params.targetWidthMm).toBe(70);
  expect(set.body.level).toBe('04-all-around');
  const pxPerMm = 96 / 25.4;
  const rng = createRng(set.body.head.seed).fork('drill');
  let last = { x: spec.space.originXMm, y: spec.space.originYMm };
  let hand = last;
  const toPx = (mm: Point): Point => ({ x: mm.x * pxPerMm, y: mm.y * pxPerMm });
  await finger.down(toPx(hand));

  for (const [trial, reach] of reaches.entries()) {
    await test.step(`reach ${trial + 1}: ${reach.durationMs} ms`, async () => {
      // The cue comes by itself; a child takes a moment, too.
      await page.waitForTimeout(1600);
      const target = placeTrial(spec, rng, trial, last, [hand]).targets[0];
      if (!target) throw new Error('no target');
      const goal = { x: target.xMm + reach.besideMm, y: target.yMm };
      await finger.slide(toPx(hand), toPx(goal), reach.durationMs, reach.bow);
      const trials = await waitForTrials(page, trial + 1);
      const { outcome, metrics } = trials[trial]?.body.result ?? { outcome: 'lost', metrics: {} as Record<string, number> };
      const wayMm = Math.hypot(goal.x - hand.x, goal.y - hand.y);
      expect(outcome).toBe('success');
      expect(Math.abs((metrics.movementMs ?? 0) - reach.durationMs * between5Percent)).toBeLessThanOrEqual(20);
      expect(Math.abs((metrics.pathMm ?? 0) / (wayMm * bowedLength(reach.bow)) - 1)).toBeLessThan(0.02);
      expect(metrics.straightness).toBeCloseTo(1 / bowedLength(reach.bow), 1);
      expect(Math.abs((metrics.endErrorMm ?? 99) - Math.abs(reach.besideMm))).toBeLessThan(1);
      expect(metrics.distanceMm).toBeCloseTo(Math.hypot(target.xMm - hand.x, target.yMm - hand.y), 0);
      last = { x: target.xMm, y: target.yMm };
      hand = goal;
    });
  }
  await finger.up();

  await test.step('stop ends play kindly', async () => {
    await page.getByRole('button', { name: child('stop') }).tap();
    await expect(page.getByRole('dialog', { name: child('end') })).toBeVisible();
    await expect.poll(async () => (await readEvents(page, 'session-end')).length).toBe(1);
  });

  await test.step('the therapist reads every trial', async () => {
    const trials = await readEvents<Kept<'trial'>>(page, 'trial');
    await page.goto(`./#/therapist/${id}`);
    await page.getByRole('tab', { name: therapist('tab.results') }).tap();
    await page.getByRole('button', { name: /All around.*3 targets/ }).tap();
    const table = page.locator('table.trials').first();
    await expect(table).toBeVisible();
    for (const { body } of trials.slice(0, reaches.length)) {
      const movement = new Intl.NumberFormat('en').format(Math.round(body.result.metrics.movementMs ?? 0));
      await expect(table.getByText(movement, { exact: true }).first()).toBeVisible();
    }
  });

  await test.step('the pebble is on the family’s path, also after a reload', async () => {
    await page.goto(`./#/family/${id}`);
    await expect(page.getByText(/^1 pebble/).first()).toBeVisible();
    await page.reload();
    await expect(page.getByText(/^1 pebble/).first()).toBeVisible();
  });
});

test('a trial that ended survives a tab that is closed at once', async ({ page, context }) => {
  await page.setViewportSize(small);
  await addChild(page);
  const id = decodeURIComponent(page.url().split('#/play/')[1] ?? '');
  await startPlay(page);
  const finger = await createFinger(page);
  // Level "big and near": the whole screen is tapped until a trial ends.
  for (let i = 0; i < 60 && (await readEvents(page, 'trial')).length === 0; i++) {
    await finger.tap({ x: 100 + (i % 6) * 110, y: 130 + (Math.floor(i / 6) % 4) * 85 });
    await page.waitForTimeout(150);
  }
  const [trial] = await waitForTrials(page, 1);
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(`./#/family/${id}`);
  await expect(again.getByText(/^1 pebble/).first()).toBeVisible();
  expect((await readEvents(again, 'trial')).map((event) => event.id)).toContain(trial?.id);
});

test('pause by button, by key and by a hidden tab; the trial is repeated, not scored', async ({ page }) => {
  await page.setViewportSize(small);
  await addChild(page);
  await startPlay(page);
  await page.getByRole('button', { name: child('pause') }).tap();
  const paused = page.getByRole('dialog', { name: child('paused') });
  await expect(paused).toBeVisible();
  await page.getByRole('button', { name: child('goOn') }).tap();
  await expect(page.locator('.phase-playing')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(paused).toBeVisible();
  await page.getByRole('button', { name: child('goOn') }).press('Enter');
  await expect(page.locator('.phase-playing')).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(paused).toBeVisible();
  await page.getByRole('button', { name: child('stop') }).tap();
  await expect(page.getByRole('dialog', { name: child('end') })).toBeVisible();
  expect(await readEvents(page, 'trial')).toEqual([]);
});

test('everything from an empty tablet to play works by keyboard', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: child('add') }).press('Enter');
  await page.getByRole('radio', { name: 'Kite' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: child('addNow') }).press('Enter');
  await page.locator('.start-button').press('Enter');
  await page.locator('.face-row button').first().press('Enter');
  await page.locator('.ready-ask:last-child .ready-chips button').first().press('Enter');
  await page.locator('.ready-well').press('Enter');
  await expect(page.locator('.phase-demo, .phase-playing')).toBeVisible({ timeout: 30_000 });
});
