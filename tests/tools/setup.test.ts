import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const tools = new URL('../../src/tools/', import.meta.url);
const lock = (version: string) =>
  JSON.stringify({
    packages: { '': { name: 'trial' }, 'node_modules/a': { version }, 'node_modules/only-elsewhere': { version: '1.0.0', optional: true } },
  });

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pebble-bay-setup-'));
  mkdirSync(join(root, 'src/tools'), { recursive: true });
  for (const name of ['setup.mjs', 'find-browser.mjs']) copyFileSync(new URL(name, tools), join(root, 'src/tools', name));
  writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
  // Stands for npm: says something on both outputs and notes what it was asked to do.
  writeFileSync(
    join(root, 'npm.cjs'),
    `console.log('npm talks'); require('fs').writeFileSync(${JSON.stringify(join(root, 'asked'))}, process.argv.slice(2).join(' ')); process.exit(Number(process.env.NPM_EXIT ?? 0));`,
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const setup = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [join(root, 'src/tools/setup.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(root, 'npm.cjs'), ...env },
  });
const install = (version: string) => {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version } } }));
};
const npmWasAsked = () => existsSync(join(root, 'asked'));

test('missing packages are installed, and standard output stays empty', () => {
  const done = setup();
  expect(done.status).toBe(0);
  expect(npmWasAsked()).toBe(true);
  expect(done.stdout).toBe('');
  expect(done.stderr).toContain('npm talks');
});

test('packages of another version are installed anew', () => {
  install('0.9.0');
  expect(setup().status).toBe(0);
  expect(npmWasAsked()).toBe(true);
});

test('with nothing to do it does nothing and says nothing', () => {
  install('1.0.0');
  const done = setup();
  expect(done).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(npmWasAsked()).toBe(false);
});

test('packages that cannot be installed stop everything with a reason', () => {
  const done = setup([], { NPM_EXIT: '1' });
  expect(done.status).toBe(1);
  expect(done.stderr).toContain('npm could not install the packages');
});

test('the browser named by CHROME_PATH is taken', () => {
  install('1.0.0');
  const browser = join(root, 'browser');
  writeFileSync(browser, '');
  chmodSync(browser, 0o755);
  expect(setup(['--browser'], { CHROME_PATH: browser })).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

test('a wrong CHROME_PATH is named', () => {
  install('1.0.0');
  const done = setup(['--browser'], { CHROME_PATH: join(root, 'no-browser') });
  expect(done.status).toBe(1);
  expect(done.stderr).toContain('no-browser, which is not an executable file');
});
