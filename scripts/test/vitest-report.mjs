import { readFileSync } from 'node:fs';

/**
 * Counts what Vitest's JSON reporter wrote.
 *
 * @param {string} file
 * @returns {{ passed: number, failed: number, skipped: string[] } | null} null where Vitest wrote nothing readable
 */
export function readReport(file) {
  /** @type {{ testResults: { status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  const tests = report.testResults.flatMap((result) => result.assertionResults);
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  // A file that does not load fails without a failed test in it.
  const failedFiles = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failedTests + failedFiles,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  };
}
