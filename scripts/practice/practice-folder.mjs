import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../programs/is-alive.mjs';
import { SetUpProblem } from '../setup/set-up-problem.mjs';

/** Where this system keeps what programs remember for a person. */
function userDataFolder() {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32') return process.env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  return process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
}

/** The folder of practice mode in this person's own data, never in the repository. */
export const practiceFolder = join(userDataFolder(), 'caja-qr', 'practice');

/**
 * Empties the folder for a new practice: the simulated Mercado Pago forgets everything when it ends, so a till that
 * remembered would look for orders that never were.
 *
 * @param {string} folder
 * @throws {SetUpProblem} while another practice uses it
 */
export function claimFolder(folder) {
  const ownerFile = join(folder, 'owner.pid');
  const owner = readNumber(ownerFile);
  if (owner !== null && isAlive(owner)) {
    throw new SetUpProblem(`Practice mode is open already (process ${owner}). Close its till first.`);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  mkdirSync(folder, { recursive: true });
  writeFileSync(ownerFile, String(process.pid));
}

/** @param {string} folder the one that {@link claimFolder} gave this process */
export function releaseFolder(folder) {
  rmSync(join(folder, 'owner.pid'), { force: true });
}

/**
 * @param {string} file
 * @returns {number | null}
 */
function readNumber(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
