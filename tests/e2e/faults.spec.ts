import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { findBrowser, launchArgs } from '../../src/tools/find-browser.mjs';
import { readText } from './app';
import { expectWhole, readHeld, toTrialName, toTrials } from './kept-truth';
import { playEverywhere, type Told } from './playing-page';

const child = readText('screens/child', 'child.');
const common = readText('screens');

/** Waits until each of these pages told so many more durable trials. */
async function playOn(told: Told, pages: readonly Page[], more = 2): Promise<void> {
  const before = new Map(told.byPage);
  const grown = (page: Page) => (told.byPage.get(page) ?? 0) - (before.get(page) ?? 0);
  await expect.poll(() => Math.min(...pages.map(grown)), { timeout: 60_000, intervals: [50] }).toBeGreaterThanOrEqual(more);
}

async function playNewChild(page: Page, address: string, picture: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: child('add') }).click();
  await page.locator('label', { hasText: picture }).click();
  await page.getByRole('button', { name: child('addNow') }).click();
  await expect(page.locator('.phase-playing')).toBeVisible({ timeout: 60_000 });
}

test('two windows in play, a clock set back a year, a database that the browser closes, an update in another tab: nothing is lost', async ({
  baseURL,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'pebble-bay-faults-'));
  const executablePath = findBrowser();
  // A profile of its own: the browser's own page of databases knows no others.
  const context = await chromium.launchPersistentContext(folder, {
    args: launchArgs,
    viewport: { width: 480, height: 360 },
    deviceScaleFactor: 0.5,
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    // Slowly: the session has to last as long as the test.
    const told = await playEverywhere(context, 2500);
    const one = context.pages()[0] ?? (await context.newPage());
    const two = await context.newPage();
    await Promise.all([playNewChild(one, `${baseURL}#/`, 'Whale'), playNewChild(two, `${baseURL}#/`, 'Crab')]);
    await playOn(told, [one, two], 1);

    await one.evaluate(() => {
      const year = 365 * 86_400_000;
      const Right = Date;
      globalThis.Date = class extends Right {
        constructor(...at: ConstructorParameters<typeof Right>) {
          super(...(at.length > 0 ? at : ([Right.now() - year] as unknown as typeof at)));
        }
        static override now = () => Right.now() - year;
      } as DateConstructor;
    });
    await playOn(told, [one, two], 1);

    const databases = await context.newPage();
    await databases.goto('chrome://indexeddb-internals');
    await expect(async () => {
      for (const button of await databases.locator('.force-close').all()) await button.click({ timeout: 1000 });
      await expect.poll(() => told.closed, { timeout: 1000 }).toBeGreaterThanOrEqual(2);
    }).toPass({ timeout: 20_000 });
    await databases.close();
    await playOn(told, [one, two], 1);

    const newer = await context.newPage();
    await newer.goto(`${baseURL}LICENSE.txt`);
    await newer.evaluate(() => {
      const opening = indexedDB.open('pebble-bay', 999);
      const seen = { blocked: false, open: false };
      Object.assign(window, { seen });
      opening.onblocked = () => {
        seen.blocked = true;
      };
      opening.onsuccess = () => {
        seen.open = true;
        opening.result.close();
      };
    });
    const seen = () => newer.evaluate(() => (window as unknown as { readonly seen: { blocked: boolean; open: boolean } }).seen);
    await expect.poll(seen).toEqual({ blocked: true, open: false });
    await playOn(told, [one, two], 1);
    expect(await seen()).toEqual({ blocked: true, open: false });

    for (const page of [one, two]) await page.getByRole('button', { name: child('stop') }).dispatchEvent('click');
    await expect.poll(seen, { timeout: 20_000 }).toEqual({ blocked: true, open: true });
    const held = await readHeld(newer);
    expectWhole(held);
    const kept = toTrials(held.events).map(toTrialName);
    expect(kept).toEqual(expect.arrayContaining(told.durable));
    expect(kept).toHaveLength(told.durable.length);
    const sessions = held.events.filter(({ kind }) => kind === 'session');
    expect(sessions).toHaveLength(2);
    expect(held.events.filter(({ kind }) => kind === 'session-end')).toHaveLength(2);

    // The old page says before the next trial that it can add nothing more.
    await two.goto(`${baseURL}#/`);
    await two.reload();
    await expect(two.getByRole('alert')).toContainText(common('storage.problem.newer'));
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
