import { readFileSync } from 'node:fs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Tests of a Vitest JSON report; a file that could not even be loaded counts as one failed. Undefined without a report. */
export function vitestCounts(file) {
  const report = read(file);
  if (!report) return undefined;
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    broken: report.testResults.flatMap((result) => listBroken(result)),
  };
}

/** What did not pass in one file of a Vitest report, each as a line: the test and the first line of what it said. */
function listBroken({ name, message, status, assertionResults }) {
  const tests = assertionResults.filter((test) => test.status === 'failed');
  if (tests.length === 0) return status === 'failed' ? [`${name}: ${firstLine(message)}`] : [];
  return tests.map((test) => `${name}: ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
}

const firstLine = (text) => (text ?? '').split('\n')[0] ?? '';

/** Tests of a Playwright JSON report; an error outside a test counts as one failed. Undefined without a report. */
export function playwrightCounts(file) {
  const report = read(file);
  if (!report) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}
