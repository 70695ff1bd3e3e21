import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'assets', 'levels', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Newest change below `path` in milliseconds; folders count too, so that a deleted file is seen. */
function newestMs(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestMs(join(path, name))), stats.mtimeMs);
}

/** True when `dist` is missing or older than what it is made from. */
export function buildIsStale(root) {
  const page = join(root, 'dist/index.html');
  if (!existsSync(page)) return true;
  const builtMs = statSync(page).mtimeMs;
  return SOURCES.some((source) => newestMs(join(root, source)) > builtMs);
}

/** Builds the app into `dist`; true when that worked. */
export function buildApp(root, ...args) {
  return spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', ...args], { cwd: root, stdio: 'inherit' }).status === 0;
}
