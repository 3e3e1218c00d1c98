// Measures how fast the till is beside things that anybody can have; arguments name the benches to run, without any all.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { hasDisplay, startVirtualDisplay } from './setup/display.mjs';
import { electronArguments } from './setup/electron-arguments.mjs';
import { root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { runAsScript, SetUpProblem } from './setup/set-up-problem.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsScript(async () => {
  const electron = await setUp();
  await ensureBuilt();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join('tests', 'bench', 'vite.config.ts');
  const built = await run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], { cwd: root });
  if (built.code !== 0) throw new SetUpProblem(`The benches could not be built. It said:\n${built.output.trim()}`);

  const screen = hasDisplay() ? null : await startVirtualDisplay();
  if (screen) process.env.DISPLAY = screen.display;
  const switches = electronArguments();
  const child = spawn(process.execPath, [join('out', 'bench', 'main.js'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      CAJAQR_E2E_EXECUTABLE: electron.executablePath,
      CAJAQR_E2E_ARGUMENTS: JSON.stringify([...switches, root]),
      CAJAQR_BENCH_SWITCHES: JSON.stringify(switches),
      CAJAQR_BENCH_ELECTRON: electron.version,
    },
  });
  const code = await new Promise((resolve) => child.once('close', (ended) => resolve(ended ?? 128)));
  await screen?.stop();
  return code;
});
