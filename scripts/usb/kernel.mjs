import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cacheFolder } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';
import { downloadPackage, findNewestKernel } from './debian-packages.mjs';

/** What the virtual machine needs of the kernel: its disk, the USB host and the USB device at its other end. */
const wanted = ['virtio_pci', '9pnet_virtio', '9p', 'overlay', 'usblp', 'dummy_hcd', 'usb_f_printer'];
/** Where they are, and what they need in turn; the whole package would be 400 MB. */
const places = ['drivers/virtio', 'net/9p', 'fs', 'drivers/usb'].map((place) => `./lib/modules/*/kernel/${place}`);

const recipe = createHash('sha256').update(wanted.join()).digest('hex').slice(0, 8);
const prefix = `usb-machine-${recipe}-`;

/**
 * @typedef {object} Kernel
 * @property {string} release as `6.1.0-56-amd64`
 * @property {string} image the kernel itself
 * @property {string} busybox a shell and tools that need no libraries
 * @property {string[]} modules files, each after those that it needs
 */

/**
 * Debian's newest kernel of the tried series with the modules above, out of the cache or the Debian mirror.
 *
 * @returns {Promise<Kernel>}
 * @throws {import('./cannot-run.mjs').CannotRun} where neither has one
 */
export async function ensureKernel() {
  return findKernel() ?? (await makeKernel());
}

/** @returns {Kernel | null} */
function findKernel() {
  if (!existsSync(cacheFolder)) return null;
  const newestFirst = (/** @type {string} */ one, /** @type {string} */ other) =>
    other.localeCompare(one, 'en', { numeric: true });
  const [name] = readdirSync(cacheFolder)
    .filter((each) => each.startsWith(prefix))
    .sort(newestFirst);
  return name === undefined ? null : readKernel(join(cacheFolder, name), name.slice(prefix.length));
}

/**
 * @param {string} folder
 * @param {string} release
 * @returns {Kernel}
 */
function readKernel(folder, release) {
  /** @type {string[]} */
  const modules = JSON.parse(readFileSync(join(folder, 'modules.json'), 'utf8'));
  return {
    release,
    image: join(folder, 'vmlinuz'),
    busybox: join(folder, 'busybox'),
    modules: modules.map((name) => join(folder, name)),
  };
}

/** Whole or not at all, also when two scripts do it at the same time. @returns {Promise<Kernel>} */
async function makeKernel() {
  mkdirSync(cacheFolder, { recursive: true });
  const building = await mkdtemp(join(cacheFolder, `building-${process.pid}-`));
  try {
    const { name, release } = await findNewestKernel();
    say(`Fetching ${name} for the virtual machine (70 MB, once)…`);
    await unpack(await downloadPackage('busybox-static', building), building, ['./bin/busybox']);
    await unpack(await downloadPackage(name, building), building, ['./boot/vmlinuz-*', ...places]);

    const busybox = join(building, 'bin', 'busybox');
    await must(busybox, ['depmod', '-b', building, release]);
    const modules = inOrder(readFileSync(join(building, 'lib', 'modules', release, 'modules.dep'), 'utf8'));

    const folder = join(building, 'machine');
    mkdirSync(folder);
    copyFileSync(join(building, 'boot', `vmlinuz-${release}`), join(folder, 'vmlinuz'));
    copyFileSync(busybox, join(folder, 'busybox'));
    for (const path of modules)
      copyFileSync(join(building, 'lib', 'modules', release, path), join(folder, basename(path)));
    writeFileSync(join(folder, 'modules.json'), JSON.stringify(modules.map((path) => basename(path))));

    const place = join(cacheFolder, prefix + release);
    await rename(folder, place).catch((error) => {
      if (!existsSync(place)) throw error;
    });
    return readKernel(place, release);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/**
 * @param {string} dependencies the text of `modules.dep`: `path: paths that it needs`
 * @returns {string[]} the wanted modules and what they need, in the order in which they can be loaded
 */
function inOrder(dependencies) {
  const needs = new Map(
    dependencies.split('\n').map((line) => {
      const [path = '', rest = ''] = line.split(':');
      return [path, rest.split(' ').filter(Boolean)];
    }),
  );
  /** @type {Set<string>} */
  const ordered = new Set();
  const add = (/** @type {string} */ path) => {
    for (const needed of needs.get(path) ?? []) add(needed);
    ordered.add(path);
  };
  for (const name of wanted) {
    const path = [...needs.keys()].find((each) => basename(each) === `${name}.ko`);
    if (path === undefined) throw new Error(`the kernel package has no module ${name}`);
    add(path);
  }
  return [...ordered];
}

/**
 * @param {string} file a Debian package
 * @param {string} target
 * @param {string[]} patterns
 */
function unpack(file, target, patterns) {
  const script = 'file=$1; target=$2; shift 2; dpkg-deb --fsys-tarfile "$file" | tar -x -C "$target" --wildcards "$@"';
  return must('bash', ['-o', 'pipefail', '-c', script, 'unpack', file, target, ...patterns]);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
async function must(program, args) {
  const { code, output } = await run(program, args);
  if (code !== 0) throw new Error(`${program}: ${output}`);
}
