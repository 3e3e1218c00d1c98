// Makes the installers of this system in dist/.
//   --dir   only the unpacked app, which is what the tests run
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPackagedApp } from './packaging/packaged-app.mjs';
import { makeTarball } from './packaging/tarball.mjs';
import { findWrongFuses } from './packaging/wrong-fuses.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { say } from './setup/say.mjs';
import { runAsScript, SetUpProblem } from './setup/set-up-problem.mjs';
import { setUp } from './setup/set-up.mjs';

const systems = { linux: '--linux', darwin: '--mac', win32: '--win' };

await runAsScript(async () => {
  const electron = await setUp();
  await ensureBuilt();

  const folderOnly = process.argv.includes('--dir');
  say('Packaging…');
  const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'));
  const { code, output } = await run(
    process.execPath,
    [
      builder,
      systems[/** @type {keyof typeof systems} */ (process.platform)],
      ...(folderOnly || electron.isFallback ? ['dir'] : []),
      '--publish=never',
      `--config.electronVersion=${electron.version}`,
      `--config.electronDist=${electron.distPath}`,
      `--config.afterPack=${fileURLToPath(new URL('packaging/remove-default-app.mjs', import.meta.url))}`,
    ],
    { cwd: root },
  );
  if (code !== 0) throw new SetUpProblem(`electron-builder could not make the package. It said:\n${output.trim()}`);

  const executable = findPackagedApp();
  if (executable === null) throw new Error(`electron-builder left no app in dist/. It said:\n${output}`);
  const wrong = await findWrongFuses(executable);
  if (wrong.length > 0) throw new Error(`the packaged app has wrong fuses: ${wrong.join(', ')}`);
  say(`The app: ${executable}`);
  if (folderOnly) return;

  if (electron.isFallback) {
    say(`Its archive: ${await makeTarball(executable)}`);
    say('No AppImage and no deb: electron-builder fetches their tools from the release host that cannot be reached.');
  } else {
    say(`Its installers: ${join(root, 'dist')}`);
  }
});
