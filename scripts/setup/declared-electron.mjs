import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { root } from './paths.mjs';

const electronPackage = join(root, 'node_modules', 'electron');
const dist = join(electronPackage, 'dist');

/** How long the release host may take to send its first byte. */
const firstByteMs = 15_000;
/** How long a download may stand still. */
const stalledMs = 60_000;

/** @returns {string} the version that package-lock.json fixes */
export function declaredVersion() {
  return JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;
}

/** @returns {string | null} the folder of the declared Electron's files, where they are complete */
export function findDeclared() {
  // Electron's installer writes path.txt last.
  if (!existsSync(join(electronPackage, 'path.txt'))) return null;
  const file = join(dist, 'version');
  return existsSync(file) && readFileSync(file, 'utf8').replace(/^v/, '').trim() === declaredVersion() ? dist : null;
}

/**
 * Downloads the declared Electron with its own installer. Honours the variables that the installer knows
 * (`ELECTRON_MIRROR`, proxies) and its cache; gives up soon where nothing comes.
 *
 * @returns {Promise<{ folder: string } | { failed: string }>} `failed` says why, in a few words
 */
export async function downloadDeclared() {
  const temporary = await mkdtemp(join(tmpdir(), 'electron-download-'));
  const proxied = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].some((name) => process.env[name]);
  const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      ELECTRON_GET_NO_PROGRESS: '1',
      ...(proxied && { ELECTRON_GET_USE_PROXY: 'true' }),
    },
  });
  let complaint = '';
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
    complaint += chunk.toString();
  });

  let seen = 0;
  let movedAt = Date.now();
  let timedOut = false;
  const watch = setInterval(() => {
    const size = sizeOf(temporary) + (existsSync(dist) ? sizeOf(dist) : 0);
    if (size !== seen) {
      seen = size;
      movedAt = Date.now();
    } else if (Date.now() - movedAt > (seen === 0 ? firstByteMs : stalledMs)) {
      timedOut = true;
      child.kill('SIGKILL');
    }
  }, 500);

  try {
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code === 0 && findDeclared()) return { folder: dist };
    if (timedOut) return { failed: 'its release host sent nothing' };
    return { failed: inAFewWords(complaint) || `its installer ended with code ${code}` };
  } finally {
    clearInterval(watch);
    await rm(temporary, { recursive: true, force: true });
  }
}

/** @param {string} complaint what the installer printed: an error's stack */
function inAFewWords(complaint) {
  if (/fetch failed|ENOTFOUND|ECONNREFUSED/.test(complaint)) return 'its release host cannot be reached from here';
  return complaint
    .split('\n')[0]
    ?.replace(/^\w*Error: /, '')
    .trim();
}

/**
 * @param {string} folder
 * @returns {number} bytes of all files in it
 */
function sizeOf(folder) {
  let bytes = 0;
  for (const name of readdirSync(folder, { recursive: true })) {
    bytes += statSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}
