// Runs the end-to-end tests on a real Electron, preparing whatever they need; other arguments go to Vitest.
//   --packaged   on the packaged app instead of the sources' build
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPackagedApp } from './packaging/packaged-app.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { hasDisplay, startVirtualDisplay } from './setup/display.mjs';
import { electronArguments } from './setup/electron-arguments.mjs';
import { root } from './setup/paths.mjs';
import { runAsScript, SetUpProblem } from './setup/set-up-problem.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsScript(async () => {
  const electron = await setUp();
  await ensureBuilt();
  const packaged = process.argv.includes('--packaged');
  const executable = packaged ? findPackagedApp() : electron.executablePath;
  if (executable === null) throw new SetUpProblem('There is no packaged app yet. Run: npm run package -- --dir');

  const screen = hasDisplay() ? null : await startVirtualDisplay();
  if (screen) process.env.DISPLAY = screen.display;
  // A till whose power goes leaves what Chromium made for itself behind.
  const temporary = mkdtempSync(join(tmpdir(), 'caja-qr-e2e-'));
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const given = process.argv.slice(2).filter((argument) => argument !== '--packaged');
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'e2e', ...given], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      TMPDIR: temporary,
      CAJAQR_E2E_EXECUTABLE: executable,
      CAJAQR_E2E_ARGUMENTS: JSON.stringify([...electronArguments(), ...(packaged ? [] : [root])]),
    },
  });
  const code = await new Promise((resolve) => child.once('close', (ended) => resolve(ended ?? 128)));
  await screen?.stop();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  return code;
});
