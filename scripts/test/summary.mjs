/**
 * The end of a test run in words: a table of the stages, what failed and what did not run, and the one line that counts.
 *
 * @param {readonly import('./run-stage.mjs').StageResult[]} results
 * @param {number} totalSeconds set-up included
 * @returns {string} without a final line break
 */
export function summarise(results, totalSeconds) {
  const width = Math.max(...results.map((result) => result.name.length), 'stage'.length);
  const row = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(9))].join('  ');
  const total = (/** @type {'passed' | 'failed'} */ what) => results.reduce((sum, result) => sum + result[what], 0);
  const listed = (/** @type {'failures' | 'skipped'} */ what) =>
    results.flatMap((result) => result[what].map((title) => `  ${result.name}: ${title}`));
  const failures = listed('failures');
  const skipped = listed('skipped');

  return [
    '',
    row('stage', ['passed', 'failed', 'seconds']),
    ...results.map((result) => row(result.name, [...countsOf(result), result.seconds.toFixed(1)])),
    row('all', [String(total('passed')), String(total('failed')), totalSeconds.toFixed(1)]),
    '',
    ...(failures.length > 0 ? ['Failed:', ...failures, ''] : []),
    ...(skipped.length > 0 ? ['Did not run here:', ...skipped, ''] : []),
    `${total('passed')} passed, ${total('failed')} failed`,
  ].join('\n');
}

/** @param {import('./run-stage.mjs').StageResult} result */
function countsOf({ passed, failed, skipped }) {
  // Two zeros would look like a stage in which all is well.
  const ranNothing = passed + failed === 0 && skipped.length > 0;
  return ranNothing ? ['did not', 'run'] : [String(passed), String(failed)];
}
