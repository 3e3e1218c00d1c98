import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPackagedApp } from '../packaging/packaged-app.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { hasDisplay, startVirtualDisplay } from '../setup/display.mjs';
import { electronArguments } from '../setup/electron-arguments.mjs';
import { root } from '../setup/paths.mjs';
import { SetUpProblem } from '../setup/set-up-problem.mjs';
import { setUp } from '../setup/set-up.mjs';

/**
 * Runs a Vitest project whose tests start the real till, with everything that they need.
 *
 * @param {string} project
 * @param {readonly string[]} args for Vitest; `--packaged` runs the packaged app instead of the sources' build
 * @param {() => Promise<NodeJS.ProcessEnv>} [prepare] what else the tests need, once everything is set up
 * @returns {Promise<number>} the exit code
 */
export async function runOnElectron(project, args, prepare = () => Promise.resolve({})) {
  const electron = await setUp();
  await ensureBuilt();
  const packaged = args.includes('--packaged');
  const executable = packaged ? findPackagedApp() : electron.executablePath;
  if (executable === null) throw new SetUpProblem('There is no packaged app yet. Run: npm run package -- --dir');
  const prepared = await prepare();

  const screen = hasDisplay() ? null : await startVirtualDisplay();
  // A till whose power goes leaves what Chromium made for itself behind.
  const temporary = mkdtempSync(join(tmpdir(), `caja-qr-${project}-`));
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const given = args.filter((argument) => argument !== '--packaged');
  const child = spawn(process.execPath, [vitest, 'run', '--project', project, ...given], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...prepared,
      ...(screen && { DISPLAY: screen.display }),
      TMPDIR: temporary,
      CAJAQR_E2E_EXECUTABLE: executable,
      CAJAQR_E2E_ARGUMENTS: JSON.stringify([...electronArguments(), ...(packaged ? [] : [root])]),
    },
  });
  const code = await new Promise((resolve) => child.once('close', (ended) => resolve(ended ?? 128)));
  await screen?.stop();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  return code;
}
