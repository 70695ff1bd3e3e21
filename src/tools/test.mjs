// `npm test`: every part, one after the other, and one table at the end. `npm test -- unit e2e` runs only those.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { walkBrowsers } from './browsers.mjs';
import { playwrightCounts, vitestCounts } from './counts.mjs';
import { lint, printTable, root, runNode, runPart, types, vitest } from './parts.mjs';
import { buildApp, buildIsStale } from './start/build.mjs';

const reports = mkdtempSync(join(tmpdir(), 'pebble-bay-test-'));

const vitestProject = (project) => () => {
  const file = join(reports, `${project}.json`);
  const ok = vitest('--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
  const counted = vitestCounts(file);
  return { ...counted, ok: ok && counted !== undefined };
};

const noBuild = { ok: false, note: 'not run: the app does not build' };
const isBuilt = () => !buildIsStale(root) || buildApp(root, '--logLevel', 'warn');

function endToEnd() {
  if (!isBuilt()) return noBuild;
  const file = join(reports, 'e2e.json');
  const ok = runNode('node_modules/@playwright/test/cli.js', ['test', '-c', 'tests/e2e/playwright.config.ts'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const counted = playwrightCounts(file);
  return { ...counted, ok: ok && counted !== undefined };
}

const parts = {
  lint,
  types,
  unit: vitestProject('unit'),
  browser: vitestProject('browser'),
  build: () => buildApp(root),
  e2e: endToEnd,
  browsers: () => (isBuilt() ? walkBrowsers() : noBuild),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join(' ')}". The parts are: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const rows = [];
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) rows.push(await runPart(name, run));
}
rmSync(reports, { recursive: true, force: true });

printTable(rows);
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
const skipped = sum('skipped');
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = rows.every((row) => row.ok) ? 0 : 1;
