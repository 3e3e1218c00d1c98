import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { out, root } from './paths.mjs';
import { say } from './say.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

const sources = [
  'shared',
  'electron',
  'renderer',
  'relay',
  'simulator',
  'electron.vite.config.ts',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const built = ['electron', 'renderer', 'relay', 'simulator', 'chunks'];
const stampFile = join(out, 'setup', 'build-stamp');

/** What the build leaves; a missing one means that someone deleted it. */
const results = ['electron/main.js', 'renderer/index.html', 'relay/main.js', 'simulator/main.js', 'simulator/shell.js'];

/** Builds the till, the relay and the simulator into out/, unless their sources are as they were at the last build. */
export async function ensureBuilt() {
  const stamp = stampOfSources();
  const complete = results.every((name) => existsSync(join(out, name)));
  if (complete && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  say('Building…');
  // Files that the last build made and this one does not would otherwise be packaged.
  for (const name of built) rmSync(join(out, name), { recursive: true, force: true });
  rmSync(stampFile, { force: true });
  const { code, output } = await npm(['run', 'build', '--silent']);
  if (code !== 0) throw new SetUpProblem(`The build failed. It said:\n${output.trim()}`);
  mkdirSync(join(out, 'setup'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** @returns {string} changes whenever a source file is added, removed, renamed or written */
function stampOfSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesOf).sort()) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} source a file or a folder, in the repository
 * @returns {string[]} the files in it
 */
function filesOf(source) {
  const stats = statSync(join(root, source), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [source];
  return readdirSync(join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
