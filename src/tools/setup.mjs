// npm runs this before its scripts: `node src/tools/setup.mjs [--browser]`. Plain node, because node_modules may not exist yet.
// It talks on standard error only, so that `npm run --silent analyse` prints nothing but results.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const say = (line) => console.error(`[setup] ${line}`);
const stop = (line) => {
  say(line);
  process.exit(1);
};
const quietStdout = ['ignore', 2, 2];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19) || major === 21) {
    stop(`Node ${process.versions.node} is too old. Pebble Bay needs Node 20.19 or newer: https://nodejs.org`);
  }
}

/** The packages of a lock file as one comparable text; optional ones are left out because each platform installs its own. */
function packagesOf(file) {
  return Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {})
    .filter(([path, entry]) => path && !entry.optional && !entry.peer)
    .map(([path, entry]) => `${path}@${entry.version}`)
    .sort()
    .join('\n');
}

/** True when node_modules holds what the lock file lists. npm writes its own copy last, so a cut installation counts as missing. */
function packagesInstalled() {
  try {
    return packagesOf(join(root, 'package-lock.json')) === packagesOf(join(root, 'node_modules/.package-lock.json'));
  } catch {
    return false;
  }
}

function installPackages() {
  if (packagesInstalled()) return;
  say('installing packages (npm ci), about a minute the first time ...');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'];
  // npm tells its scripts where npm itself is: no shell and no npm.cmd needed, so the same call works on Windows.
  const npm = process.env.npm_execpath;
  const done =
    npm && /\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: quietStdout })
      : spawnSync('npm', args, { cwd: root, stdio: quietStdout, shell: process.platform === 'win32' });
  if (done.status !== 0) stop('npm could not install the packages: see its message above. Is this machine online?');
  say('packages installed');
}

/** A browser that is there and starts. A downloaded one lacks system libraries on some Linux machines. */
function workingBrowser() {
  const path = findBrowser();
  // On Windows and macOS `--version` would open a window, and no libraries are missing there.
  if (!path || process.platform !== 'linux' || process.env.CHROME_PATH) return path;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0 ? path : undefined;
}

function downloadBrowser() {
  say("no Chrome, Chromium or Edge found: trying the test library's own download (at most 4 minutes) ...");
  spawnSync(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium', '--no-shell'], {
    cwd: root,
    stdio: quietStdout,
    timeout: 240_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
}

function installDebianBrowser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say('trying apt-get install chromium ...');
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: quietStdout, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  apt('update');
  // The app speaks Chinese too: without a font its screenshots would show empty boxes.
  if (!apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')) apt('install', '-y', '--no-install-recommends', 'chromium');
}

function provideBrowser() {
  for (const provide of [() => {}, downloadBrowser, installDebianBrowser]) {
    provide();
    try {
      if (workingBrowser()) return;
    } catch (error) {
      stop(error.message);
    }
  }
  stop('The tests need a browser and none could be had. Install Google Chrome, Chromium or Edge, or set CHROME_PATH to the path of its program.');
}

checkNode();
installPackages();
if (process.argv.includes('--browser')) provideBrowser();
