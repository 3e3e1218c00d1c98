import { run } from './run.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

/**
 * On a Linux whose packages we do not know: stops with the names of the libraries that Electron would not find.
 *
 * @param {string} executable
 */
export async function checkLoadedLibraries(executable) {
  const { code, output } = await run('ldd', [executable]);
  if (code === 127) return;
  const missing = [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]);
  if (missing.length === 0) return;
  throw new SetUpProblem(
    `Electron needs libraries that this system does not have: ${missing.join(', ')}. ` +
      'Install the packages that carry them, then try again.',
  );
}
