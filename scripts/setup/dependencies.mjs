import { statSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

/** Installs the npm packages of package-lock.json unless what is installed is at least as new as the lock. */
export async function ensureDependencies() {
  const locked = modifiedAt(join(root, 'package-lock.json'));
  const installed = modifiedAt(join(root, 'node_modules', '.package-lock.json'));
  if (installed >= locked) return;

  say('Installing npm packages…');
  const { code, output } = await npm(['ci', '--loglevel=error']);
  if (code !== 0) throw new SetUpProblem(`npm ci failed. It said:\n${output.trim()}`);
}

/**
 * @param {string} file
 * @returns {number} milliseconds since the epoch; 0 where the file is missing
 */
function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
