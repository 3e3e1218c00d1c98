import { spawn } from 'node:child_process';
import { startKeeper } from '../programs/keeper.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

/** Whether a window opened from here would be seen by someone. Only Linux can be without a screen of its own. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Starts a virtual screen of 1920×1080 that ends with this process at the latest.
 *
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>} `display` as in the variable DISPLAY
 */
export async function startVirtualDisplay() {
  // Xvfb chooses a free number and writes it to the descriptor named by -displayfd once it accepts connections.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const keeper = startKeeper();
  if (server.pid !== undefined) keeper.add(server.pid);

  const number = await new Promise((resolve, reject) => {
    const fail = () => reject(new SetUpProblem('The virtual screen (Xvfb) did not start. Try: Xvfb :99'));
    server.once('error', fail);
    server.once('exit', fail);
    let text = '';
    server.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      text += chunk.toString();
      if (text.endsWith('\n')) resolve(text.trim());
    });
  });

  return {
    display: `:${number}`,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      if (server.pid !== undefined) keeper.remove(server.pid);
      await keeper.close();
    },
  };
}
