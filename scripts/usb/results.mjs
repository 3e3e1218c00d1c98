/**
 * @typedef {object} CaseResult
 * @property {string} title
 * @property {string} broken what was broken
 * @property {string} outcome
 * @property {boolean} ok
 */

/**
 * What the scenario tells, line by line: first its plan, then each case as it ends.
 *
 * @param {(ended: { title: string, ok: boolean, outcome: string, seconds: number }) => void} onCase
 */
export function createResults(onCase) {
  /** @type {{ title: string, broken: string }[]} */
  let planned = [];
  /** @type {Map<string, { ok: boolean, outcome: string }>} */
  const ended = new Map();

  return {
    /** @param {string} line */
    read(line) {
      const news = parse(line);
      if (news?.planned) planned = news.planned;
      if (news?.title === undefined) return;
      ended.set(news.title, news);
      onCase(news);
    },

    /**
     * A case that was planned and not told of has failed.
     *
     * @param {string} whyNotAll
     * @returns {CaseResult[]}
     */
    all(whyNotAll) {
      if (planned.length === 0) {
        return [{ title: 'the virtual machine starts', broken: 'nothing', ok: false, outcome: whyNotAll }];
      }
      return planned.map((each) => ({ ...each, ...(ended.get(each.title) ?? { ok: false, outcome: whyNotAll }) }));
    },
  };
}

/**
 * @param {string} line
 * @returns {any} null where the line is not ours, as when something else printed
 */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * The end of the run in words: a table, and the one line that counts.
 *
 * @param {readonly CaseResult[]} results
 */
export function tableOf(results) {
  const failed = results.filter(({ ok }) => !ok).length;
  const rows = [
    ['', 'case', 'what was broken', 'outcome'],
    ...results.map(({ ok, title, broken, outcome }) => [ok ? '✓' : '✗', title, broken, outcome]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return ['', ...lines, '', `${results.length - failed} passed, ${failed} failed`].join('\n');
}

/**
 * The same in the shape of Vitest's JSON reporter, which `npm test` adds up.
 *
 * @param {readonly CaseResult[]} results
 */
export function reportOf(results) {
  return report(
    results.map(({ title, ok, outcome }) => ({
      fullName: title,
      status: ok ? 'passed' : 'failed',
      failureMessages: ok ? [] : [outcome],
    })),
  );
}

/** @param {string} why */
export function reportOfNotRun(why) {
  return report([{ fullName: why, status: 'skipped' }]);
}

/** @param {import('../test/vitest-report.mjs').Assertion[]} assertionResults */
function report(assertionResults) {
  const failed = assertionResults.some(({ status }) => status === 'failed');
  return JSON.stringify({ testResults: [{ status: failed ? 'failed' : 'passed', assertionResults }] });
}
