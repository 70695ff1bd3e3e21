// Runs the parts of `npm test` and `npm run check` one after the other.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const LIMIT_MS = 20 * 60_000;

/** Runs one of our packages' programs with Node itself (no shell, so it works everywhere); true when it ended well within 20 minutes. */
export function runNode(file, args, env = {}) {
  const done = spawnSync(process.execPath, [join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    timeout: LIMIT_MS,
  });
  if (done.error) console.error(String(done.error));
  return done.status === 0;
}

export const lint = () => runNode('node_modules/@biomejs/biome/bin/biome', ['check', '.']);
export const types = () => runNode('node_modules/typescript/bin/tsc', ['--noEmit']);
export const vitest = (...args) => runNode('node_modules/vitest/vitest.mjs', ['run', '--allowOnly=false', ...args]);

/** Runs `run` under a heading; resolves to a row of the table: { name, ok, seconds, passed, failed, skipped }. */
export async function runPart(name, run) {
  console.log(`\n=== ${name} ===`);
  const startedMs = Date.now();
  let result;
  try {
    result = await run();
  } catch (error) {
    console.error(error);
    result = false;
  }
  const { ok, passed = 0, failed = 0, skipped = 0, note = '', broken = [] } = typeof result === 'boolean' ? { ok: result } : result;
  // A part that broke without naming a test is one failure: the last line must never look better than the exit status.
  return { name, ok, note, broken, passed, failed: ok ? failed : Math.max(1, failed), skipped, seconds: (Date.now() - startedMs) / 1000 };
}

const counts = ({ passed, failed, skipped }) =>
  [
    [passed, 'passed'],
    [failed, 'failed'],
    [skipped, 'skipped'],
  ]
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`)
    .join(', ');

/** Prints one line a part, and before them every test that did not pass: the end of the output is what is read first. */
export function printTable(rows) {
  for (const row of rows) for (const line of row.broken) console.log(`${row.name}: ${line}`);
  console.log('\n=== result ===');
  for (const row of rows) {
    console.log(
      `${row.name.padEnd(14)}${(row.ok ? 'ok' : 'FAILED').padEnd(8)}${`${row.seconds.toFixed(1)} s`.padStart(8)}   ${row.note || counts(row)}`,
    );
  }
}
