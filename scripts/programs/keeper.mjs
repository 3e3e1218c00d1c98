import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Makes sure that programs started by this process end with it, even if it is killed and can do nothing about it: a
 * small process beside it holds their ids and ends them when its standard input closes.
 *
 * @returns {{ add: (pid: number) => void, remove: (pid: number) => void, close: () => Promise<void> }}
 */
export function startKeeper() {
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('keeper-process.mjs', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl+C reaches every process of the terminal's group; this one has to live a moment longer.
    detached: true,
    windowsHide: true,
  });
  keeper.stdin.on('error', () => {});
  const ended = new Promise((resolve) => keeper.once('close', resolve));
  const write = (/** @type {string} */ line) => {
    if (keeper.stdin.writable) keeper.stdin.write(`${line}\n`);
  };
  return {
    add: (pid) => write(`+${pid}`),
    remove: (pid) => write(`-${pid}`),
    close: async () => {
      keeper.stdin.end();
      await ended;
    },
  };
}
