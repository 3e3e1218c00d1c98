import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { apt, isDebian } from '../setup/debian-libraries.mjs';
import { run } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';
import { CannotRun } from './cannot-run.mjs';

/** Debian 12's kernel: its `usblp`, `dummy_hcd` and `usb_f_printer` are known to work together. */
const kernels = String.raw`^linux-image-6\.1\.0-[0-9]+-amd64$`;

const mayInstall = process.getuid?.() === 0;

/**
 * @returns {Promise<string>} the program that plays a computer, installed where that is missing and allowed
 * @throws {CannotRun}
 */
export async function ensureQemu() {
  const program = 'qemu-system-x86_64';
  if (await starts(program)) return program;
  if (!isDebian()) throw new CannotRun(`there is no ${program}, and no apt to install it with`);
  if (!mayInstall) throw new CannotRun(`there is no ${program}; sudo apt-get install qemu-system-x86 brings it`);
  say('Installing qemu-system-x86 for the virtual machine…');
  const install = ['install', '-y', '--no-install-recommends', 'qemu-system-x86'];
  const { code, output } = await withFreshList(() => apt(install));
  if (code !== 0 || !(await starts(program)))
    throw new CannotRun(`apt can't install qemu-system-x86: ${lastLine(output)}`);
  return program;
}

/**
 * @returns {Promise<{ name: string, release: string }>} the package, and what the kernel in it calls itself
 * @throws {CannotRun}
 */
export async function findNewestKernel() {
  if (!isDebian()) throw new CannotRun('there is no apt to fetch a kernel with');
  let names = await listKernels();
  if (names.length === 0 && mayInstall) {
    await apt(['update']);
    names = await listKernels();
  }
  const name = names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1);
  if (name === undefined) throw new CannotRun("apt knows no linux-image-6.1.0-*-amd64, Debian 12's kernel");
  return { name, release: name.replace('linux-image-', '') };
}

/**
 * Apt checks what it fetches against the mirror's signed list.
 *
 * @param {string} name a package
 * @param {string} folder
 * @returns {Promise<string>} its file
 * @throws {CannotRun}
 */
export async function downloadPackage(name, folder) {
  const { code, output } = await withFreshList(() => apt(['download', name], { cwd: folder }));
  const file = readdirSync(folder).find((each) => each.startsWith(`${name}_`) && each.endsWith('.deb'));
  if (code !== 0 || file === undefined) throw new CannotRun(`apt can't fetch ${name}: ${lastLine(output)}`);
  return join(folder, file);
}

/** @param {string} program */
async function starts(program) {
  return (await run(program, ['--version'])).code === 0;
}

async function listKernels() {
  const { code, output } = await run('apt-cache', ['search', '--names-only', kernels]);
  if (code !== 0) return [];
  return output.split('\n').flatMap((line) => line.match(/^linux-image-\S+/)?.[0] ?? []);
}

/**
 * There may be no list of packages yet, or one of last month that names files which are gone.
 *
 * @param {() => Promise<import('../setup/run.mjs').Ended>} attempt
 */
async function withFreshList(attempt) {
  const ended = await attempt();
  if (ended.code === 0 || !mayInstall) return ended;
  await apt(['update']);
  return attempt();
}

/** @param {string} output */
function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
