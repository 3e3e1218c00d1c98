import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

const appArmorSwitch = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/**
 * Chromium's sandbox on Linux needs user namespaces, or else its helper owned by root. Where this person has neither
 * (Ubuntu 24.04 and later by default), stops with the one line to run.
 *
 * @param {string} distPath Electron's folder
 */
export async function checkSandbox(distPath) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = join(distPath, 'chrome-sandbox');
  const owned = statSync(helper, { throwIfNoEntry: false });
  if (owned === undefined || (owned.uid === 0 && (owned.mode & 0o4000) !== 0)) return;
  if (await userNamespacesWork()) return;
  throw new SetUpProblem(`This system does not let programs make their own sandbox. Run this line, then try again:
  sudo sh -c 'chown root:root "${helper}" && chmod 4755 "${helper}"'`);
}

async function userNamespacesWork() {
  if (existsSync(appArmorSwitch) && readFileSync(appArmorSwitch, 'utf8').trim() === '1') return false;
  const { code } = await run('unshare', ['--user', 'true']);
  return code === 0 || code === 127;
}
