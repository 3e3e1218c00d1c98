import { join } from 'node:path';
import { build, preview } from 'vite';
import { root } from '../setup/paths.mjs';

/**
 * Builds the screens of renderer/dev and gives them out on this machine.
 *
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveScreens() {
  const common = /** @type {const} */ ({
    configFile: join(root, 'renderer', 'dev', 'vite.config.ts'),
    root: join(root, 'renderer', 'dev'),
    logLevel: 'error',
  });
  await build(common);
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The screens are served nowhere');
  return { address, close: () => server.close() };
}
