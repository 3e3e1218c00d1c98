import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

/**
 * The libraries that Electron's binary loads, by Debian's names. Where a name changed with the 64-bit time
 * transition (Debian 13, Ubuntu 24.04), the newer one stands first.
 */
const libraries = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libasound2t64', 'libasound2'],
  ['libnss3'],
  ['libgbm1'],
  ['libdrm2'],
  ['libxss1'],
];

/** Whether packages are managed by apt here (Debian, Ubuntu and their children). */
export function isDebian() {
  return process.platform === 'linux' && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/**
 * Installs what Electron needs and is missing; where this person may not install, prints the one line to run.
 *
 * @param {{ withVirtualDisplay: boolean }} options whether a virtual screen will be needed too
 */
export async function ensureDebianLibraries({ withVirtualDisplay }) {
  const wanted = withVirtualDisplay ? [...libraries, ['xvfb']] : libraries;
  const missing = await filterMissing(wanted);
  if (missing.length === 0) return;

  if (process.getuid?.() !== 0) {
    const { names } = await namesHere(missing);
    throw new SetUpProblem(`Electron needs some libraries of the system. Run this line, then try again:
  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`);
  }

  let { names, known } = await namesHere(missing);
  say(`Installing system libraries: ${names.join(' ')}…`);
  if (known && (await install(names)).code === 0) return;
  // There is no list of packages yet, or one of last month that names files which are gone.
  await apt(['update']);
  ({ names } = await namesHere(missing));
  const { code, output } = await install(names);
  if (code !== 0) throw new SetUpProblem(`apt-get install failed. It said:\n${output.trim()}`);
}

/**
 * @param {string[][]} wanted
 * @returns {Promise<string[][]>} those of which no name is installed
 */
async function filterMissing(wanted) {
  const format = '${Package} ${db:Status-Status}\n';
  const { output } = await run('dpkg-query', ['-W', '-f', format, ...wanted.flat()]);
  const installed = new Set(output.split('\n').filter((line) => line.endsWith(' installed')));
  return wanted.filter((alternatives) => !alternatives.some((name) => installed.has(`${name} installed`)));
}

/**
 * @param {string[][]} missing
 * @returns {Promise<{ names: string[], known: boolean }>} the name of each in this release; `known` is false where apt
 *   cannot tell for some of them
 */
async function namesHere(missing) {
  const { output } = await run('apt-cache', ['policy', ...missing.flat()], { env: { ...process.env, LC_ALL: 'C' } });
  const installable = new Set(
    [...output.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map((match) => match[1]),
  );
  const found = missing.map((alternatives) => alternatives.find((name) => installable.has(name)));
  return {
    names: missing.map((alternatives, index) => found[index] ?? alternatives.at(-1) ?? ''),
    known: found.every((name) => name !== undefined),
  };
}

/** @param {string[]} names */
function install(names) {
  return apt(['install', '-y', '--no-install-recommends', ...names]);
}

/**
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 */
export function apt(args, options = {}) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-q', ...args], { ...options, env });
}
