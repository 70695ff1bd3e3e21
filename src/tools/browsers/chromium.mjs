// Chromium through the test library, with a finger.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser, launchArgs } from '../find-browser.mjs';

/** Starts Chromium on a new profile; resolves to a page as those of web-driver.mjs. */
export async function openChromium() {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArgs });
  const page = await browser.newPage({ viewport: { width: 1024, height: 720 }, hasTouch: true, deviceScaleFactor: 0.5, locale: 'en' });
  let saved;
  page.on('download', async (download) => {
    saved = readFileSync(await download.path(), 'utf8');
  });
  return {
    readSaved: () => saved,
    go: (url) => page.goto(url),
    read: (ask, ...args) => page.evaluate(`(${ask})(...${JSON.stringify(args)})`),
    press: ({ x, y }) => page.touchscreen.tap(x, y),
    picture: async () => (await page.screenshot()).toString('base64'),
    stop: () => browser.close(),
  };
}
