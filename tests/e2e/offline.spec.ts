import { expect, test } from '@playwright/test';
import { addChild, type Kept, passReady, readEvents, readText } from './app';
import { planByThumb, tapThrough } from './by-thumb';
import { createBrowser, dist, listFiles, openHost, readCopy, waitForCopy } from './own-browser';

const child = readText('screens/child', 'child.');
const therapist = readText('screens/therapist', 'therapist.');

test('from a cold start without any network: a child is added and plays a whole session of two games with sound', async () => {
  test.setTimeout(240_000);
  const host = await openHost(dist);
  const browser = createBrowser();
  try {
    const files = listFiles(dist);
    const camera = files.filter((path) => /\.(task|wasm)$/.test(path));
    expect(camera.length).toBeGreaterThan(2);

    await test.step('the whole app is stored but for the camera’s part, which is stored at its first use', async () => {
      const page = await browser.start(host.url);
      await waitForCopy(page);
      const [stored = [], ...others] = Object.values(await readCopy(page));
      expect(others).toEqual([]);
      const unstored = files.filter((path) => !stored.includes(path) && !/splash-|^\/worker\.js$/.test(path));
      expect(unstored.sort()).toEqual([...camera].sort());
      for (const path of camera) expect(await page.evaluate(async (url) => (await (await fetch(url)).blob()).size, path)).toBeGreaterThan(1_000_000);
      expect((await readCopy(page))['pebble-bay-camera']?.sort()).toEqual([...camera].sort());
    });

    await browser.stop();
    await host.close();
    const page = await browser.start(host.url);
    const unanswered: string[] = [];
    const sounds = new Set<string>();
    page.on('requestfailed', (request) => unanswered.push(request.url()));
    page.on('response', (response) => {
      if (/\.(ogg|mp3)$/.test(response.url()) && response.ok() && response.fromServiceWorker()) sounds.add(response.url());
    });

    await test.step('the camera’s part is there without network', async () => {
      for (const path of camera) expect(await page.evaluate(async (url) => (await (await fetch(url)).blob()).size, path)).toBeGreaterThan(1_000_000);
    });

    const id = await addChild(page);
    await page.goto(`./#/therapist/${id}`);
    await page.getByRole('button', { name: 'Add Rocket' }).tap();
    await expect(page.locator('.plan-item')).toHaveCount(2);
    await planByThumb(page);
    await expect
      .poll(async () => (await readEvents(page, 'plan')).map(({ body }) => JSON.stringify(body)).join())
      .toMatch(/dose\.sets":1.*dose\.sets":1/);
    await page.goto(`./#/play/${id}`);
    await expect(page.locator('.place')).toHaveCount(2);
    await page.locator('.start-button').tap();
    await passReady(page);
    await tapThrough(page);
    const soundsOfFirst = sounds.size;
    expect(soundsOfFirst).toBeGreaterThan(1);
    await page.getByRole('button', { name: child('skipRest') }).tap({ timeout: 30_000 });
    await tapThrough(page);
    expect(sounds.size).toBeGreaterThan(soundsOfFirst);
    await expect(page.locator('.end-card')).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('.new-pebble')).toHaveCount(1);

    await test.step('two games are one session: in turn, with a rest between, and a keepsake at each place', async () => {
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

    await page.goto(`./#/therapist/${id}`);
    await page.getByRole('tab', { name: therapist('tab.results') }).tap();
    await expect(page.getByRole('button', { name: /targets|repetitions/ }).first()).toBeVisible();
    await page.goto('./#/therapist');
    await expect(page.getByText(therapist('copy.ready'))).toBeVisible();
    await expect(page.getByText(therapist('copy.camera'))).toBeVisible();
    // Looking for a newer version is all that may go unanswered.
    expect(unanswered.filter((url) => !url.endsWith('/worker.js'))).toEqual([]);
  } finally {
    await browser.remove();
    await host.close();
  }
});
