import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser, launchArgs } from '../../src/tools/find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const executablePath = findBrowser();
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

// A free port, found once: Playwright loads this file again in each worker, which inherits the environment.
process.env.PEBBLE_BAY_E2E_PORT ??= execFileSync(
  process.execPath,
  ['-e', 'const s = require("net").createServer().listen(0, () => { process.stdout.write(String(s.address().port)); s.close(); })'],
  { encoding: 'utf8' },
);
const port = Number(process.env.PEBBLE_BAY_E2E_PORT);

export default defineConfig({
  testDir: '.',
  outputDir: join(root, 'test-results'),
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A machine without a graphics processor draws few pictures a second, and may have other work.
  timeout: 120_000,
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 800 },
    // The page is laid out as on a tablet and drawn with a quarter of its pixels: a machine without a graphics processor draws each one.
    deviceScaleFactor: 0.5,
    hasTouch: true,
    // Storing the whole app costs seconds: only the tests of that copy let it happen, in browsers of their own.
    serviceWorkers: 'block',
    // Without a processor to spare a trace costs a quarter of the time; `--trace on` asks for one.
    trace: 'off',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: launchArgs },
  },
  webServer: { command: `"${process.execPath}" src/tools/start/serve-dist.mjs ${port}`, cwd: root, port, reuseExistingServer: false },
});
