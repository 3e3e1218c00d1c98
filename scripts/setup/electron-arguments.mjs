import { existsSync, statfsSync } from 'node:fs';

const sharedMemory = '/dev/shm';
const enoughSharedMemory = 512 * 1024 * 1024;

/**
 * The switches without which Electron does not run on this machine. For launchers of development and tests only: the
 * packaged app decides nothing of this by itself.
 *
 * @returns {string[]}
 */
export function electronArguments() {
  if (process.platform !== 'linux') return [];
  const args = [];
  // Chromium refuses to run as root inside its sandbox.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  // Containers give 64 MB, which one large page fills.
  if (existsSync(sharedMemory) && sharedMemorySize() < enoughSharedMemory) args.push('--disable-dev-shm-usage');
  // Before Electron 38 a session without X must be asked for.
  if (!process.env.DISPLAY && process.env.WAYLAND_DISPLAY) args.push('--ozone-platform-hint=auto');
  return args;
}

function sharedMemorySize() {
  const { bsize, blocks } = statfsSync(sharedMemory);
  return bsize * blocks;
}
