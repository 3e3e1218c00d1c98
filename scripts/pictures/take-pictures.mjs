import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openPage } from '../demo/open-page.mjs';
import { onAskedToEnd } from '../programs/on-asked-to-end.mjs';
import { createPrograms } from '../programs/programs.mjs';
import { hasDisplay, startVirtualDisplay } from '../setup/display.mjs';
import { electronArguments } from '../setup/electron-arguments.mjs';
import { out, root } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { createCamera } from './camera.mjs';
import { screens } from './screens.mjs';
import { serveScreens } from './serve-screens.mjs';

const album = join(root, 'docs', 'images', 'screens');
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
// A page and nothing else, in a window like the till's.
const emptyWindow = join(root, 'tests', 'bench', 'empty-window');

/**
 * Takes the pictures; when all are taken, those of screens that the list no longer names are removed.
 *
 * @param {import('../setup/electron.mjs').Electron} electron
 * @param {readonly string[]} names of the screens to take; none: all
 * @returns {Promise<number>} 0 when every picture was taken, 1 otherwise
 */
export async function takePictures(electron, names) {
  const unknown = names.filter((name) => !screens.some((screen) => screen.name === name));
  if (unknown.length > 0) {
    say(`There is no screen ${unknown.join(', ')}. There are: ${screens.map(({ name }) => name).join(', ')}`);
    return 1;
  }
  const asked = names.length === 0 ? screens : screens.filter(({ name }) => names.includes(name));

  const server = await serveScreens();
  const display = hasDisplay() ? null : await startVirtualDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-pictures-'));
  const programs = createPrograms(join(out, 'pictures', 'logs'));
  const end = async () => {
    await programs.stopAll();
    await display?.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  onAskedToEnd(end);

  try {
    const window = programs.start(
      'window',
      electron.executablePath,
      [
        ...electronArguments(),
        '--remote-debugging-port=0',
        `--user-data-dir=${folder}`,
        // The same picture on every machine.
        '--disable-lcd-text',
        '--force-color-profile=srgb',
        '--force-device-scale-factor=1',
        emptyWindow,
      ],
      { ...(display && { DISPLAY: display.display }), TMPDIR: folder, TZ: 'America/Argentina/Buenos_Aires' },
    );
    const { page, detach } = await openPage(window);
    const camera = await createCamera(page, server.address);
    mkdirSync(album, { recursive: true });
    const failed = await photograph(camera, asked);
    await detach();
    if (failed.length > 0) {
      say(`Not taken: ${failed.join(', ')}`);
      return 1;
    }
    if (names.length === 0) removeOthers();
    say(`${asked.length} screens, ${sizes.length} sizes each: ${relative(root, album)}/`);
    return 0;
  } finally {
    await end();
  }
}

/**
 * @param {Awaited<ReturnType<typeof createCamera>>} camera
 * @param {readonly import('./screens.mjs').Screen[]} asked
 * @returns {Promise<string[]>} the names of the screens that never came up
 */
async function photograph(camera, asked) {
  /** @type {string[]} */
  const failed = [];
  for (const screen of asked) {
    for (const size of sizes) {
      try {
        await camera.take(screen, size, join(album, fileOf(screen.name, size)));
      } catch (error) {
        say(`${screen.name}: ${error instanceof Error ? error.message : String(error)}`);
        failed.push(fileOf(screen.name, size));
      }
    }
  }
  return failed;
}

/**
 * @param {string} name
 * @param {{ width: number, height: number }} size
 */
function fileOf(name, { width, height }) {
  return `${name}-${width}x${height}.png`;
}

function removeOthers() {
  const named = new Set(screens.flatMap(({ name }) => sizes.map((size) => fileOf(name, size))));
  for (const file of readdirSync(album)) if (!named.has(file)) rmSync(join(album, file));
}
