import { expect, type Page, test } from '@playwright/test';
import { type Kept, readEvents, readText } from './app';
import { addByThumb, createThumb, passDemo, sayAllIsWell, type Thumb, tapUntilTrials } from './thumb';

const common = readText('screens', 'common.');
const child = readText('screens/child', 'child.');
const rail = readText('screens/child/rail', 'rail.');
const after = readText('screens/child/after', 'after.');
const together = readText('screens/child/together', 'together.');
const ready = readText('screens/child/ready', 'ready.');
const roster = readText('screens/therapist/roster', 'roster.');
const lock = readText('screens/therapist/lock', 'lock.');
const therapist = readText('screens/therapist', 'therapist.');
const results = readText('screens/therapist/results');
const family = readText('screens/family', 'family.');

/** Says what a walk cost: presses, and seconds on this machine. */
function tell(walk: string, thumb: Thumb, more = ''): void {
  const words = `${walk}: ${thumb.taps} taps, ${(thumb.tookMs / 1000).toFixed(1)} s${more}`;
  test.info().annotations.push({ type: 'walk', description: words });
  console.log(words);
}

const seconds = (fromMs: number) => `${((Date.now() - fromMs) / 1000).toFixed(1)} s`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.describe.configure({ mode: 'parallel' });

test.beforeEach(async ({ page }) => {
  test.setTimeout(120_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  // Without a graphics processor a small picture answers sooner.
  await page.setViewportSize({ width: 768, height: 512 });
});

test('a new child’s first trial, the same again from the roster, another child in two taps', async ({ page }) => {
  await page.goto('./');
  const thumb = await createThumb(page);

  await test.step('new child to first trial: eight taps, no word typed', async () => {
    thumb.begin();
    await addByThumb(page, thumb, 'Whale');
    await thumb.press(page.locator('.start-button'));
    await sayAllIsWell(page, thumb);
    await passDemo(page, thumb);
    await tapUntilTrials(page, thumb, page.locator('.play-field'), (trials) => trials.length > 0);
    tell('new child to first trial', thumb, ' (one more passes over the demonstration)');
    expect(thumb.taps).toBeLessThanOrEqual(8);
  });
  await thumb.press(button(page, child('stop')));
  await expect(page.getByRole('dialog', { name: child('end') })).toBeVisible();
  await expect.poll(async () => (await readEvents(page, 'session-end')).length).toBe(1);

  await page.goto('./#/');
  await addByThumb(page, thumb, 'Crab');
  const crab = decodeURIComponent(page.url().split('#/play/')[1] ?? '');

  await test.step('from one child to another: two taps', async () => {
    await page.goto('./#/therapist');
    await thumb.press(page.locator('.roster-child', { hasText: 'Whale' }));
    await expect(page.locator('.switch-button')).toBeVisible();
    thumb.begin();
    await thumb.press(page.locator('.switch-button'));
    await thumb.press(page.getByRole('dialog').locator('.roster-child', { hasText: 'Crab' }));
    await expect(page).toHaveURL(new RegExp(`#/therapist/${crab}$`));
    tell('switch child', thumb);
    expect(thumb.taps).toBe(2);
  });

  await test.step('same as last time: two taps and the three of the ready card', async () => {
    await page.goto('./#/therapist');
    thumb.begin();
    await thumb.press(page.locator('.again-button', { hasText: roster('same') }));
    await thumb.press(button(page, roster('start')));
    await expect(page.locator('.ready-well')).toBeVisible();
    const toCard = thumb.tookMs;
    expect(thumb.taps).toBe(2);
    await sayAllIsWell(page, thumb);
    await expect(page.locator('main.play, .set-up').first()).toBeVisible();
    tell('same as last time', thumb, ` to play, of them ${(toCard / 1000).toFixed(1)} s to the ready card (to be under 10 s)`);
    expect(thumb.taps).toBe(5);
    await expect.poll(async () => (await readEvents(page, 'set')).length, { timeout: 40_000 }).toBe(2);
    const [first, again] = await readEvents<Kept<'set'>>(page, 'set');
    expect(again?.body).toMatchObject({ level: first?.body.level, source: first?.body.source });
    expect(again?.child).toBe(first?.child);
    expect(again?.body.session).not.toBe(first?.body.session);
  });
});

test('a level changed in play, pain that ends play, a goal’s weekly check, the report', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.goto('./');
  const thumb = await createThumb(page);
  const id = await addByThumb(page, thumb, 'Kite');
  await thumb.press(page.locator('.start-button'));
  await sayAllIsWell(page, thumb);
  await passDemo(page, thumb);

  await test.step('the thumb rail: held to open, one tap, without leaving the game', async () => {
    const [set] = await readEvents<Kept<'set'>>(page, 'set');
    thumb.begin();
    await thumb.hold(page.getByRole('button', { name: rail('open') }), 900);
    await thumb.press(button(page, rail('levelUp')));
    tell('change a level in play', thumb);
    expect(thumb.taps).toBe(2);
    await expect.poll(async () => JSON.stringify((await readEvents(page, 'plan')).at(-1)?.body)).toMatch(/\.level":/);
    const planned = /\.level":"([^"]+)"/.exec(JSON.stringify((await readEvents(page, 'plan')).at(-1)?.body))?.[1];
    expect(planned).not.toBe(set?.body.level);
    await thumb.press(page.locator('.rail').getByRole('button', { name: common('close'), exact: true }));
    const trials = await tapUntilTrials(page, thumb, page.locator('.play-field'), (all) => all.some(({ body }) => body.level === planned));
    expect(new Set(trials.map(({ body }) => body.session)).size).toBe(1);
    expect(await readEvents(page, 'session-end')).toEqual([]);
  });

  await test.step('new pain said in the pause ends play and is kept', async () => {
    thumb.begin();
    await thumb.press(button(page, child('pause')));
    await thumb.press(button(page, after('hurts')));
    await thumb.press(page.getByRole('dialog').getByRole('button', { name: new RegExp(ready('pain.6')) }));
    await expect(page.getByRole('dialog', { name: child('end') })).toBeVisible();
    tell('pain in play', thumb);
    await expect.poll(async () => (await readEvents(page, 'session-end')).map(({ body }) => body.reason)).toEqual(['pain']);
    const feelings = await readEvents(page, 'feeling');
    expect(feelings.map(({ body }) => body.pain)).toContain(6);
  });

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`./#/therapist/${id}`);
  await thumb.press(page.getByRole('tab', { name: therapist('tab.results') }));
  const words = 'Climb the slide alone';

  await test.step('a goal, and this week’s check with one tap', async () => {
    await thumb.press(button(page, results('goals.add')));
    await page.getByLabel(results('goals.words')).fill(words);
    await thumb.press(button(page, results('goals.keep')));
    const row = page.getByRole('group', { name: new RegExp(words) });
    await expect(row).toBeVisible();
    thumb.begin();
    await thumb.press(row.getByRole('button', { name: new RegExp(`^\\${results('goals.short.1')}`) }));
    await expect.poll(async () => (await readEvents(page, 'goal-check')).length).toBe(1);
    tell('weekly check', thumb);
    expect(thumb.taps).toBe(1);
    expect((await readEvents(page, 'goal-check'))[0]?.body).toMatchObject({ value: 1, measure: 'step' });
    await expect(row.locator('[aria-pressed="true"]')).toHaveCount(1);
  });

  await test.step('the report is one A4 page with the week’s words', async () => {
    thumb.begin();
    await thumb.press(button(page, results('review.print')));
    const sheet = page.locator('.report-print');
    await expect(sheet).toHaveCount(1);
    tell('read the report', thumb);
    await expect(sheet).toContainText(words);
    await expect(sheet).toContainText(readText('games/fireflies')('fireflies.name'));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

test('a day excused on the family’s page in two taps', async ({ page }) => {
  await page.goto('./');
  const thumb = await createThumb(page);
  const id = await addByThumb(page, thumb, 'Moon');
  await page.goto('./#/');
  thumb.begin();
  await thumb.press(page.getByRole('link', { name: child('familyOf').replace('{{name}}', 'Moon') }));
  await thumb.press(button(page, family('off.reason.ill')));
  await expect.poll(async () => (await readEvents(page, 'not-today')).length).toBe(1);
  tell('excuse a day', thumb);
  expect(thumb.taps).toBe(2);
  await page.goto(`./#/family/${id}`);
  await page.reload();
  await expect(page.locator('.day-told')).toContainText(family('off.reason.ill'));
});

test('five wrong PINs wait and never open; the recovery code opens with everything kept', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('./');
  const thumb = await createThumb(page);
  const id = await addByThumb(page, thumb, 'Sun');
  const typePin = async (pin: string) => {
    const keys = page.locator('.keypad-key');
    for (const digit of pin) await thumb.press(keys.filter({ hasText: digit }));
    await thumb.press(button(page, lock('enter')));
  };
  const setPin = async (pin: string) => {
    await typePin(pin);
    await expect(page.getByText(lock('again'))).toBeVisible();
    await typePin(pin);
    const code = await page.locator('.code span').allTextContents();
    await page.getByLabel(lock('lastGroup')).fill(code.at(-1) ?? '');
    await thumb.press(button(page, lock('ready')));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    return code;
  };
  await page.goto(`./#/therapist/${id}`);
  await thumb.press(button(page, lock('setPin')));
  const groups = await setPin('4711');
  const kept = async () => [await readEvents(page, 'child'), await readEvents(page, 'plan')];
  const before = await kept();
  await thumb.press(button(page, lock('now')));
  await expect(page.locator('.tile-picture').first()).toBeVisible();

  await page.goto(`./#/therapist/${id}`);
  const title = page.getByRole('heading', { name: lock('title') });
  await expect(title).toBeVisible();
  thumb.begin();
  for (const wrong of ['0000', '1234', '1111', '4712', '9999']) {
    await typePin(wrong);
    await expect(page.getByText(lock('looking'))).toHaveCount(0);
    await expect(title).toBeVisible();
    await expect(page.getByRole('tab')).toHaveCount(0);
  }
  await expect(page.locator('.pin-wait')).toBeVisible();
  // A wait does not open to the right PIN either, nor to a page that is loaded anew.
  await typePin('4711');
  await page.reload();
  await expect(title).toBeVisible();
  await expect(page.locator('.pin-wait')).toBeVisible();
  tell('five wrong PINs', thumb);

  thumb.begin();
  await thumb.press(button(page, lock('forgot')));
  await page.getByLabel(lock('codeAsk')).fill(groups.join('-').toLowerCase());
  await thumb.press(button(page, lock('openByCode')));
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  tell('restore a forgotten PIN', thumb, ' and the code typed');
  expect(await setPin('2580')).not.toEqual(groups);
  await thumb.press(button(page, lock('now')));
  await expect(page.locator('.tile-picture').first()).toBeVisible();
  await page.goto(`./#/therapist/${id}`);
  await expect(title).toBeVisible();
  await typePin('2580');
  await expect(page.getByRole('tab', { name: therapist('tab.plan') })).toBeVisible();
  expect(await kept()).toEqual(before);
});

test('two children on one tablet: each its own session and trials, a pause of one is a pause of both', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 512 });
  await page.goto('./');
  const thumb = await createThumb(page);
  const whale = await addByThumb(page, thumb, 'Whale');
  await page.goto('./#/');
  const crab = await addByThumb(page, thumb, 'Crab');
  const fromMs = Date.now();
  thumb.begin();
  await thumb.press(button(page, together('button')));
  await thumb.press(page.locator('.friend').first());
  await sayAllIsWell(page, thumb);
  await expect(page.locator('.face-row [aria-pressed="true"]')).toHaveCount(0);
  await sayAllIsWell(page, thumb);
  await passDemo(page, thumb);
  await expect(page.locator('.phase-playing')).toHaveCount(2, { timeout: 30_000 });
  tell('play together', thumb, `, playing after ${seconds(fromMs)}`);
  for (const [i, who] of [crab, whale].entries()) {
    await tapUntilTrials(page, thumb, page.locator('.play-field').nth(i), (trials) => trials.some((trial) => trial.child === who));
  }
  const trials = await readEvents<Kept<'trial'>>(page, 'trial');
  const sessionsOf = (who: string) => new Set(trials.filter((trial) => trial.child === who).map(({ body }) => body.session));
  expect([sessionsOf(crab).size, sessionsOf(whale).size]).toEqual([1, 1]);
  expect([...sessionsOf(crab)]).not.toEqual([...sessionsOf(whale)]);
  expect(new Set((await readEvents<Kept<'session'>>(page, 'session')).map((session) => session.child))).toEqual(new Set([crab, whale]));

  await thumb.press(button(page, child('pause')).first());
  await expect(page.locator('.phase-paused')).toHaveCount(2);
  await expect(page.getByText(child('pausedFor.friend'))).toBeVisible();
  await thumb.press(page.getByRole('button', { name: child('goOn') }).first());
  await expect(page.locator('.phase-paused')).toHaveCount(0);
});
