import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Called by electron-builder once the app's folder is complete. An Electron given as a folder brings the little app
 * that `electron <path>` runs; a till must not carry a second way to be started.
 *
 * @param {{ appOutDir: string, packager: { getResourcesDir(appOutDir: string): string } }} context
 */
export default async function removeDefaultApp(context) {
  await rm(join(context.packager.getResourcesDir(context.appOutDir), 'default_app.asar'), { force: true });
}
