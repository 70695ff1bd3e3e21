import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { createRng, drawInteger } from '../../src/core/rng';
import { readText } from './app';
import { expectAllThere, expectWhole, readHeld, toTrialName, toTrials } from './kept-truth';
import { setPin, takePinAway } from './lock';
import { playEverywhere } from './playing-page';
import { startBrowser } from './whole-browser';

/** 20 in all; PEBBLE_BAY_KILLS asks for more. */
const kills = Math.ceil(Number(process.env.PEBBLE_BAY_KILLS ?? 20) / 2);
const seed = process.env.PEBBLE_BAY_KILL_SEED ?? String(Date.now());
/** A life lasts until so many trials more are told as durable, and then a moment that may fall into the next one. */
const mostTrials = 3;
const momentMs = 900;
/** From the middle on the tablet has a PIN: what is kept then is sealed, and what was kept before is being sealed. */
const pin = '4711';

test.describe.configure({ mode: 'parallel' });

for (const what of ['tab', 'browser'] as const) {
  test(`${kills} times the ${what} is killed in play: no finished trial is missing, none is there twice, roll-ups are those of the events`, async ({
    baseURL,
  }) => {
    test.setTimeout(60_000 + kills * 30_000);
    const folder = mkdtempSync(join(tmpdir(), 'pebble-bay-kill-'));
    const report = (done: number, trials: number, said: number) =>
      console.log(`${done} kills of the ${what}, seed ${seed}: ${trials} trials kept, ${said} of them told before`);
    const rng = createRng(`${seed}/${what}`);
    let browser = await startBrowser(folder);
    try {
      let told = await playEverywhere(browser.context);
      const durable: string[] = [];
      let page = await open(browser.context.pages()[0] ?? (await browser.context.newPage()), `${baseURL}#/`);
      let child = '';
      let before = 0;
      let most = 0;
      const half = Math.floor(kills / 2);
      for (let kill = 0; kill <= kills; kill++) {
        const { kept } = told;
        if (kill > 0) {
          if (what === 'browser') {
            await browser.killAll();
            browser = await startBrowser(folder);
            durable.push(...told.durable);
            told = await playEverywhere(browser.context);
            page = browser.context.pages()[0] ?? (await browser.context.newPage());
          } else {
            const crashed = page.waitForEvent('crash');
            expect(await browser.killPages()).toBeGreaterThan(0);
            await crashed;
            const dead = page;
            page = await openTab(browser.context);
            await dead.close();
          }
          page = await open(page, `${baseURL}#/`);
          const held = await readHeld(page);
          if (kill > half) expectAllThere(held);
          else expectWhole(held);
          const trials = toTrials(held.events).map(toTrialName);
          expect([...durable, ...told.durable].filter((name) => !trials.includes(name))).toEqual([]);
          expect(trials.length - before).toBeGreaterThanOrEqual(kept);
          most = Math.max(most, kept);
          before = trials.length;
          told.forget();
          if (kill % 20 === 0 || kill === kills) report(kill, before, durable.length + told.durable.length);
        } else child = await addFirstChild(page);
        if (kill === kills) break;
        if (kill === half) await setPin(page, pin);
        const toldBefore = told.durable.length;
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#/play/${child}`);
        const wanted = drawInteger(rng, 0, mostTrials);
        await told.playing();
        await expect.poll(() => told.durable.length - toldBefore, { timeout: 60_000, intervals: [20] }).toBeGreaterThanOrEqual(wanted);
        await page.waitForTimeout(rng.next() * momentMs);
      }
      expect(before).toBeGreaterThan(0);
      expect(most).toBeGreaterThan(0);
      await takePinAway(page, pin);
      const held = await readHeld(page);
      expectWhole(held);
      expect(toTrials(held.events)).toHaveLength(before);
    } finally {
      await browser.killAll().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

/** Adds a child, which plays as soon as it is shown; returns its id. */
async function addFirstChild(page: Page): Promise<string> {
  const child = readText('screens/child', 'child.');
  await page.getByRole('button', { name: child('add') }).click();
  await page.locator('label', { hasText: 'Whale' }).click();
  await page.getByRole('button', { name: child('addNow') }).click();
  await page.waitForURL(/#\/play\//);
  return page.url().split('#/play/')[1] ?? '';
}

/** A new tab; the process that the browser kept ready for it may have been among those that were killed. */
async function openTab(context: BrowserContext): Promise<Page> {
  for (let i = 0; i < 5; i++) {
    const page = await context.newPage().catch(() => null);
    if (page) return page;
  }
  return context.newPage();
}

async function open(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await expect(page.locator('h1, .bay').first()).toBeVisible({ timeout: 30_000 });
  return page;
}
