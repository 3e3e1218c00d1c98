import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startKeeper } from '../programs/keeper.mjs';

/**
 * Starts a computer that exists only here, and waits until it switches itself off. No KVM: where computers are rented, a
 * machine inside the machine may start and then hang.
 *
 * @param {object} machine
 * @param {string} machine.qemu
 * @param {import('./kernel.mjs').Kernel} machine.kernel
 * @param {string} machine.initramfs
 * @param {string} machine.folder for its log
 * @param {number} machine.limitMs it is ended after so long
 * @param {(line: string) => void} machine.onLine called with each line that arrives from its second serial port
 * @returns {Promise<{ inTime: boolean, lastWords: string }>} what its console said at the end
 */
export async function runVirtualMachine({ qemu, kernel, initramfs, folder, limitMs, onLine }) {
  const console = join(folder, 'console.log');
  const args = [
    ...['-accel', 'tcg,thread=single', '-cpu', 'max', '-m', '768', '-no-reboot'],
    // Its time passes with what it does, not with ours: no deadline in it depends on how busy this machine is, and while
    // everything in it waits, nobody waits.
    ...['-icount', 'shift=1,sleep=off'],
    ...['-nodefaults', '-display', 'none', '-monitor', 'none', '-serial', `file:${console}`, '-serial', 'stdio'],
    ...['-kernel', kernel.image, '-initrd', initramfs],
    ...['-append', 'console=ttyS0 loglevel=4 oops=panic panic=-1 mitigations=off no_timer_check'],
    ...['-fsdev', 'local,id=host,path=/,security_model=none,readonly=on,multidevs=remap'],
    ...['-device', 'virtio-9p-pci,fsdev=host,mount_tag=host'],
  ];
  // It has time; what else this machine does goes first.
  const child = spawn('nice', ['-n', '5', qemu, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const keeper = startKeeper();
  if (child.pid !== undefined) keeper.add(child.pid);
  let complaints = '';
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => {
    complaints += chunk.toString();
  });
  createInterface({ input: child.stdout }).on('line', onLine);

  let inTime = true;
  const limit = setTimeout(() => {
    inTime = false;
    child.kill('SIGKILL');
  }, limitMs);
  await new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  clearTimeout(limit);
  if (child.pid !== undefined) keeper.remove(child.pid);
  await keeper.close();
  return { inTime, lastWords: `${complaints}${readLog(console)}`.trim().split('\n').slice(-20).join('\n') };
}

/** @param {string} file */
function readLog(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
