import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';

/**
 * Packs the unpacked app of Linux as tar.gz, under the name that electron-builder would give it. For machines where
 * electron-builder cannot fetch its own packing program.
 *
 * @param {string} executable of the unpacked app
 * @returns {Promise<string>} the archive
 */
export async function makeTarball(executable) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const unpacked = dirname(executable);
  const name = `caja-qr-${version}-linux-${process.arch}`;
  const archive = join(dirname(unpacked), `${name}.tar.gz`);
  const renamed = `--transform=s,^${basename(unpacked)},${name},`;
  const { code, output } = await run('tar', ['-czf', archive, '-C', dirname(unpacked), renamed, basename(unpacked)]);
  if (code !== 0) throw new Error(`tar: ${output}`);
  return archive;
}
