import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const mostOfAReason = 400;

/**
 * @typedef {object} Assertion
 * @property {string} status
 * @property {string} fullName
 * @property {string[]} [failureMessages]
 */

/**
 * Counts what Vitest's JSON reporter wrote.
 *
 * @param {string} file
 * @returns {{ passed: number, failed: number, failures: string[], skipped: string[] } | null} null where Vitest wrote
 *   nothing readable; a failure is its test's name and the beginning of its reason
 */
export function readReport(file) {
  /** @type {{ testResults: { name?: string, message?: string, status: string, assertionResults: Assertion[] }[] }} */
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  const tests = report.testResults.flatMap((result) => result.assertionResults);
  const failedTests = tests.filter((test) => test.status === 'failed');
  // A file that does not load fails without a failed test in it.
  const failedFiles = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failedTests.length + failedFiles.length,
    failures: [
      ...failedTests.map(({ fullName, failureMessages = [] }) => withReason(fullName, failureMessages.join('\n'))),
      ...failedFiles.map(({ name = 'a file', message = '' }) => withReason(name, message)),
    ],
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  };
}

/**
 * @param {string} name
 * @param {string} reason
 */
function withReason(name, reason) {
  const words = stripVTControlCharacters(reason).replace(/\s+/g, ' ').trim();
  return words === '' ? name : `${name}: ${words.slice(0, mostOfAReason)}`;
}
