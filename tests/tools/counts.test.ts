import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from '../../src/tools/counts.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pebble-bay-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const report = (data: unknown) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, typeof data === 'string' ? data : JSON.stringify(data));
  return file;
};

test('a test file that could not be loaded counts as one failed', () => {
  const failed = { name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'one', failureMessages: ['why\n at x'] }] };
  const broken = { name: 'b.test.ts', status: 'failed', message: 'no such file', assertionResults: [] };
  const data = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [failed, broken] };
  expect(vitestCounts(report(data))).toEqual({ passed: 5, failed: 2, skipped: 3, broken: ['a.test.ts: one: why', 'b.test.ts: no such file'] });
});

test('a flaky end-to-end test passed; an error outside a test counts as one failed', () => {
  const data = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{ message: 'no server' }] };
  expect(playwrightCounts(report(data))).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test('a missing or cut report is no count', () => {
  expect(vitestCounts(join(folder, 'none.json'))).toBeUndefined();
  expect(playwrightCounts(report('{"stats": {'))).toBeUndefined();
});
