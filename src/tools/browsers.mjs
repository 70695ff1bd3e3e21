// The part `browsers` of `npm test`: one smoke walk through the built app in every engine that is here or can be had in a minute.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { openChromium } from './browsers/chromium.mjs';
import { findFirefox, openFirefox } from './browsers/firefox.mjs';
import { walk } from './browsers/walk.mjs';
import { hasWebkit, openWebkit } from './browsers/webkit.mjs';

const hasDisplay = () => existsSync('/usr/bin/Xvfb');

const engines = [
  { name: 'Chromium', open: openChromium, missing: () => null },
  { name: 'Firefox', open: openFirefox, missing: () => (findFirefox() && hasDisplay() ? null : 'no Firefox with Xvfb on this machine') },
  { name: 'WebKit', open: openWebkit, missing: () => (hasWebkit() && hasDisplay() ? null : 'no WebKitGTK driver with Xvfb on this machine') },
];

/** Debian as root can fetch what is missing (about 110 MB); it is given a minute, and a machine without network is none the worse. */
function installMissing() {
  if (engines.every(({ missing }) => missing() === null)) return;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('installing Firefox and WebKitGTK (at most a minute) ...');
  const endMs = Date.now() + 60_000;
  const apt = (...args) =>
    spawnSync('apt-get', ['-q', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: Math.max(1000, endMs - Date.now()),
    }).status === 0;
  const packages = ['firefox-esr', 'webkit2gtk-driver', 'xvfb'];
  // Fetching may be cut off at any time; what is fetched is installed whole.
  if (apt('update') && apt('install', '-y', '--no-install-recommends', '--download-only', ...packages)) {
    spawnSync('apt-get', ['-q', 'install', '-y', '--no-install-recommends', '--no-download', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}

async function walkThrough({ name, open }) {
  let page;
  try {
    page = await open();
    await walk(page, (line) => console.log(`  ${name}: ${line}`));
    return null;
  } catch (error) {
    return `${name}: ${error.message}`;
  } finally {
    await page?.stop();
  }
}

/** Walks through every engine, one after the other; resolves to a part's result. */
export async function walkBrowsers() {
  installMissing();
  const result = { passed: 0, failed: 0, skipped: 0, broken: [] };
  const skipped = [];
  for (const engine of engines) {
    const why = engine.missing();
    if (why) {
      skipped.push(`${engine.name} skipped: ${why}`);
      continue;
    }
    const problem = await walkThrough(engine);
    if (problem) result.broken.push(problem);
    else result.passed++;
  }
  result.failed = result.broken.length;
  result.skipped = skipped.length;
  for (const line of skipped) console.log(line);
  const note = skipped.length > 0 && result.failed === 0 ? `${result.passed} passed; ${skipped.join('; ')}` : '';
  return { ...result, ok: result.failed === 0, note };
}
