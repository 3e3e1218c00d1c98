import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

const dist = join(root, 'dist');

/** Where electron-builder leaves the unpacked app for each system. */
const places = {
  linux: { x64: 'linux-unpacked/caja-qr', arm64: 'linux-arm64-unpacked/caja-qr' },
  darwin: {
    x64: 'mac/Caja QR.app/Contents/MacOS/Caja QR',
    arm64: 'mac-arm64/Caja QR.app/Contents/MacOS/Caja QR',
  },
  win32: { x64: 'win-unpacked/Caja QR.exe', arm64: 'win-arm64-unpacked/Caja QR.exe' },
};

/** @returns {string | null} the executable that `npm run package` made for this system, if it has been run */
export function findPackagedApp() {
  /** @type {Record<string, Record<string, string>>} */
  const known = places;
  const place = known[process.platform]?.[process.arch];
  if (place === undefined) return null;
  const executable = join(dist, place);
  return existsSync(executable) ? executable : null;
}
