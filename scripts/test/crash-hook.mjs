import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { SetUpProblem } from '../setup/set-up-problem.mjs';

/**
 * Builds what is loaded into the till before it starts, so that it dies at a given write and lives by a given clock.
 *
 * @returns {Promise<NodeJS.ProcessEnv>} where the tests find it
 */
export async function buildCrashHook() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join('tests', 'support', 'crash', 'vite.config.ts');
  const built = await run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], { cwd: root });
  if (built.code !== 0) throw new SetUpProblem(`The crash tests could not be built. It said:\n${built.output.trim()}`);
  return { CAJAQR_CRASH_HOOK: join(root, 'out', 'crash', 'in-the-program.cjs') };
}
