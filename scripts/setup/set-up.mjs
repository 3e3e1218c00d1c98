import { ensureDebianLibraries, isDebian } from './debian-libraries.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { checkLoadedLibraries } from './loaded-libraries.mjs';
import { checkSandbox } from './sandbox.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

const oldestNode = [20, 19];

/**
 * Prepares everything that the other scripts need. Safe to call at every start: what is there already is left alone,
 * and only what is done is told.
 *
 * @param {{ fresh?: boolean }} [options] `fresh` tries the download of the declared Electron now, see {@link ensureElectron}
 * @returns {Promise<import('./electron.mjs').Electron>}
 */
export async function setUp(options) {
  checkNode();
  if (isDebian()) await ensureDebianLibraries({ withVirtualDisplay: !hasDisplay() });
  await ensureDependencies();
  const electron = await ensureElectron(options);
  if (process.platform === 'linux' && !isDebian()) await checkLoadedLibraries(electron.executablePath);
  await checkSandbox(electron.distPath);
  return electron;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetUpProblem(`This is Node ${process.versions.node}; Caja QR needs ${oldestNode.join('.')} or later.`);
}
