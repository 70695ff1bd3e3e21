import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { addChild, readText, startPlay } from './app';
import { createBrowser, dist, listFiles, openHost, readCopy, waitForCopy } from './own-browser';

const root = join(import.meta.dirname, '../..');
const offline = readText('screens', 'offline.');
const child = readText('screens/child', 'child.');
const family = readText('screens/family', 'family.');

/** Another version of the app: every part of our own says so when it runs, so each has another content and another name. */
async function buildOther(outDir: string): Promise<void> {
  const mark = "\nReflect.set(globalThis, 'otherVersion', true);";
  const isOwn = (id: string) => id.startsWith(join(root, 'src')) && /\.tsx?$/.test(id);
  await build({
    root,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
    plugins: [{ name: 'mark', enforce: 'post', transform: (code, id) => (isOwn(id) ? { code: code + mark, map: null } : null) }],
  });
}

/** Throws unless all that ran on the page is of the version in `folder`, and of no other. */
async function expectVersion(page: Page, folder: string): Promise<void> {
  expect(await page.evaluate(() => Reflect.has(globalThis, 'otherVersion'))).toBe(folder !== dist);
  const scripts = await page.evaluate(() =>
    [...performance.getEntriesByType('resource')].map(({ name }) => new URL(name).pathname).filter((path) => /\.(js|css)$/.test(path)),
  );
  const files = listFiles(folder);
  expect(scripts.filter((path) => !files.includes(path))).toEqual([]);
}

/** Lets a page look for a newer version, as it does by itself from time to time, and waits until that is stored. */
async function lookForNewer(page: Page): Promise<void> {
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await expect(page.getByText(offline('newer'))).toBeVisible({ timeout: 60_000 });
}

/** A child of the next picture starts to play, and goes on until `meanwhile` is over; then its family's page is loaded for the first time. */
async function playThrough(page: Page, picture: string, meanwhile: () => Promise<void>): Promise<void> {
  const id = await addChild(page, picture);
  await startPlay(page);
  await meanwhile();
  await expect(page.locator('.phase-playing, .phase-set-end, .phase-resting')).toBeVisible();
  await page.getByRole('button', { name: child('stop') }).tap();
  await expect(page.getByRole('dialog', { name: child('end') })).toBeVisible();
  await page.goto(`./#/family/${id}`);
  await expect(page.getByRole('heading', { name: family('pathOf').replace('{{name}}', picture) })).toBeVisible();
}

test('a new version in the middle of play: play goes on whole in the old one, the next start is whole in the new one', async () => {
  test.setTimeout(240_000);
  const other = mkdtempSync(join(tmpdir(), 'pebble-bay-other-'));
  const browser = createBrowser();
  const building = buildOther(other);
  const host = await openHost(dist);
  try {
    let page = await browser.start(host.url);
    await waitForCopy(page);
    await building;

    await test.step('play goes on, and parts that were never loaded still come from the old version', async () => {
      await playThrough(page, 'Whale', async () => {
        host.serve(other);
        const second = await page.context().newPage();
        await second.goto('./');
        await lookForNewer(second);
        await second.close();
      });
      await expectVersion(page, dist);
      await page.goto('./#/');
      await expect(page.getByText(offline('newer'))).toBeVisible();
    });

    await test.step('the next start is the new version by itself; nothing of the old one is left', async () => {
      await browser.stop();
      page = await browser.start(host.url);
      await expect(page.getByRole('link', { name: /Whale/ }).first()).toBeVisible();
      await expectVersion(page, other);
      const files = listFiles(other);
      const readOld = async () => Object.values(await readCopy(page)).flatMap((paths) => paths.filter((path) => !files.includes(path)));
      await expect.poll(readOld, { timeout: 20_000 }).toEqual([]);
      await expect(page.getByText(offline('newer'))).toHaveCount(0);
    });

    await test.step('an adult takes a version into use in one window: the child in the other one plays on', async () => {
      await playThrough(page, 'Crab', async () => {
        host.serve(dist);
        const second = await page.context().newPage();
        await second.goto('./');
        await lookForNewer(second);
        await second.getByRole('button', { name: offline('use') }).tap();
        await expect.poll(() => second.evaluate(() => Reflect.has(globalThis, 'otherVersion')).catch(() => true), { timeout: 20_000 }).toBe(false);
        await expect(second.getByRole('link', { name: /Crab/ }).first()).toBeVisible();
        await expectVersion(second, dist);
        await second.close();
      });
      await expectVersion(page, other);
    });
    expect(host.missed).toEqual([]);
  } finally {
    await browser.remove();
    await host.close();
    rmSync(other, { recursive: true, force: true });
  }
});
