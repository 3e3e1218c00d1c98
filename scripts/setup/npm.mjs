import { root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * How to call npm here: by the copy that started this script, where there is one, so that `npm.cmd` and a shell are
 * needed only when a script is run directly on Windows.
 *
 * @param {string[]} args
 * @returns {{ program: string, args: string[], shell: boolean }}
 */
export function npmCommand(args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js')) return { program: process.execPath, args: [own, ...args], shell: false };
  return { program: 'npm', args, shell: process.platform === 'win32' };
}

/**
 * Runs npm in the repository, quietly.
 *
 * @param {string[]} args
 * @param {string} [cwd]
 */
export function npm(args, cwd = root) {
  const command = npmCommand(args);
  // What it says is quoted inside a sentence, where colours are only noise.
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return run(command.program, command.args, { cwd, env, shell: command.shell });
}
