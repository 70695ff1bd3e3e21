// Draws the app's icons and splash pictures into assets/app: `node src/tools/draw-app.mjs`. Only after a change of src/tools/draw/app-icon.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { findBrowser, launchArgs } from './find-browser.mjs';
import { root } from './parts.mjs';

/** iPads by their screen in points and pixels a point; older and newer ones share these. */
const tablets = [
  { width: 768, height: 1024, ratio: 2 },
  { width: 810, height: 1080, ratio: 2 },
  { width: 820, height: 1180, ratio: 2 },
  { width: 834, height: 1194, ratio: 2 },
  { width: 1024, height: 1366, ratio: 2 },
];

const vite = await createServer({
  root,
  configFile: false,
  cacheDir: 'node_modules/.cache/draw-app',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true },
});
const { drawIcon, drawSplash } = await vite.ssrLoadModule('/src/tools/draw/app-icon.ts');
const pictures = [
  ['icon-192', 192, 192, drawIcon(192, true)],
  ['icon-512', 512, 512, drawIcon(512, true)],
  ['icon-maskable-192', 192, 192, drawIcon(192, false)],
  ['icon-maskable-512', 512, 512, drawIcon(512, false)],
  ['apple-touch-icon', 180, 180, drawIcon(180, false)],
  ...tablets.flatMap(({ width, height, ratio }) =>
    [
      [width * ratio, height * ratio],
      [height * ratio, width * ratio],
    ].map(([w, h]) => [`splash-${w}x${h}`, w, h, drawSplash(w, h)]),
  ),
];
const folder = join(root, 'assets/app');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArgs });
const page = await browser.newPage();
for (const [name, width, height, svg] of pictures) {
  await page.setViewportSize({ width, height });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
await vite.close();
console.log(`${pictures.length} pictures in ${folder}`);
