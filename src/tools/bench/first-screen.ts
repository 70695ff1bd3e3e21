import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, tabletContext } from '../browser-page';
import { buildApp, buildIsStale } from '../start/build.mjs';
import { serveFolder } from '../start/serve.mjs';
import { type Figure, type Part, toMiddle } from './figure';

const visits = 7;
const slowdown = 4;
const phaserMark = /phaser\.io|Phaser\.Game/;

interface Visit {
  /** Paths of the scripts below the built app's folder. */
  readonly scripts: readonly string[];
  readonly paintMs: number;
  readonly tileMs: number;
}

/** Builds the app into `dist` when it is older than its sources; throws when that does not work. */
export function buildWhenStale(root: string): string {
  if (buildIsStale(root) && !buildApp(root, '--logLevel', 'error')) throw new Error('the app does not build');
  return join(root, 'dist');
}

/** Bytes and time to the first screen of the built app in `folder`; `addName` is the accessible name of the picker's "+" tile. */
export async function benchFirstScreen(folder: string, addName: string): Promise<Part> {
  const served = await serveFolder({ folder, port: 41_700 });
  const browser = await openBrowser();
  try {
    const address = `http://localhost:${served.port}/`;
    const plain: Visit[] = [];
    const slow: Visit[] = [];
    for (let i = 0; i < visits; i++) {
      plain.push(await visit(browser, address, addName, 1));
      slow.push(await visit(browser, address, addName, slowdown));
    }
    const scripts = [...new Set(plain.flatMap((one) => one.scripts))].map((path) => toScript(folder, path));
    const total = scripts.reduce((sum, script) => sum + script.kB, 0);
    return {
      title: 'First screen',
      how: `the built app at #/, nothing cached, no network in between, in a new context each time; median of ${visits}; script compressed by gzip`,
      figures: [
        { name: 'script for the first screen', value: total, unit: 'kB', target: { atMost: 60 } },
        ...scripts.map(({ path, kB }): Figure => ({ name: `  ${path}`, value: kB, unit: 'kB' })),
        { name: 'of these with Phaser in them', value: scripts.filter((script) => script.phaser).length, unit: 'files', target: { atMost: 0 } },
        { name: 'first paint of the picker', value: toMiddle(plain.map((one) => one.paintMs)), unit: 'ms' },
        { name: '"+" tile on the screen', value: toMiddle(plain.map((one) => one.tileMs)), unit: 'ms' },
        { name: `first paint of the picker, processor ${slowdown} times slower`, value: toMiddle(slow.map((one) => one.paintMs)), unit: 'ms' },
        { name: `"+" tile on the screen, processor ${slowdown} times slower`, value: toMiddle(slow.map((one) => one.tileMs)), unit: 'ms' },
      ],
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

async function visit(browser: Browser, address: string, addName: string, slower: number): Promise<Visit> {
  const context = await browser.newContext({ ...tabletContext, locale: 'en' });
  try {
    const page = await context.newPage();
    const scripts: string[] = [];
    // Modules that are loaded ahead are scripts too, whatever the browser calls them.
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (response.request().resourceType() === 'script' || pathname.endsWith('.js')) scripts.push(pathname.slice(1));
    });
    if (slower > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.addInitScript(noteTile, addName);
    await page.goto(`${address}#/`, { waitUntil: 'load' });
    const tileMs = await readTime(page, () => (window as unknown as { tileMs?: number }).tileMs);
    const paintMs = await readTime(page, () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    await page.waitForLoadState('networkidle');
    // Frames have the time of their start: what was there before the first paint was seen with it.
    return { scripts, paintMs, tileMs: Math.max(tileMs, paintMs) };
  } finally {
    await context.close();
  }
}

/** Runs in the page: keeps the time of the first frame after the one in which the tile had its place. */
function noteTile(name: string): void {
  const look = () => {
    const tile = [...document.querySelectorAll('button, a')].find((one) => one.textContent === name || one.getAttribute('aria-label') === name);
    const box = tile?.getBoundingClientRect();
    if (!box || box.width === 0 || box.top >= innerHeight) requestAnimationFrame(look);
    else requestAnimationFrame((atMs) => Object.assign(window, { tileMs: atMs }));
  };
  requestAnimationFrame(look);
}

async function readTime(page: Page, read: () => number | undefined): Promise<number> {
  const found = await page.waitForFunction(read, null, { timeout: 20_000 });
  return Number(await found.jsonValue());
}

function toScript(folder: string, path: string): { readonly path: string; readonly kB: number; readonly phaser: boolean } {
  const bytes = readFileSync(join(folder, path));
  return { path, kB: gzipSync(bytes).length / 1000, phaser: phaserMark.test(bytes.toString('utf8')) };
}
