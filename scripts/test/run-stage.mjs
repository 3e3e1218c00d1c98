import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { didNotRunCode } from './did-not-run.mjs';
import { npmCommand } from '../setup/npm.mjs';
import { out, root } from '../setup/paths.mjs';
import { readReport } from './vitest-report.mjs';

/**
 * @typedef {object} StageResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures what failed, with the beginning of its reason
 * @property {string[]} skipped titles of tests that did not run
 * @property {number} seconds
 */

/**
 * Runs one stage with its output shown as it comes.
 *
 * @param {import('./stages.mjs').Stage} stage
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<StageResult>}
 */
export async function runStage(stage, env) {
  const [script = '', ...rest] = stage.run;
  const report = join(out, 'test', `${script.replaceAll(':', '-')}.json`);
  rmSync(report, { force: true });
  const reporters = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { program, args, shell } = npmCommand([
    'run',
    '--silent',
    script,
    ...(stage.countsTests ? reporters : []),
    ...rest,
  ]);

  const startedAt = Date.now();
  const child = spawn(program, args, { cwd: root, shell, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (ended) => resolve(ended ?? 128));
  });
  const seconds = (Date.now() - startedAt) / 1000;

  if (!stage.countsTests) return { name: stage.name, ...countOne(code === 0), failures: [], skipped: [], seconds };
  const counted = readReport(report);
  if (counted === null)
    return { name: stage.name, ...countOne(false), failures: ['it ended without a report'], skipped: [], seconds };
  // What breaks outside any test (a file that does not load, an error nobody caught) shows only in the exit code.
  const unnamed = code !== 0 && code !== didNotRunCode && counted.failed === 0 ? 1 : 0;
  const failures = [...counted.failures, ...(unnamed ? [`it ended with code ${code} outside any test`] : [])];
  return { name: stage.name, ...counted, failed: counted.failed + unnamed, failures, seconds };
}

/** @param {boolean} ok */
function countOne(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}
