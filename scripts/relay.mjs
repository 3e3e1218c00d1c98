// Runs the relay with this environment's RELAY_… variables; arguments are the administrator's commands, such as
// `pair <caja>`. Needs neither Electron nor a screen.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { out } from './setup/paths.mjs';
import { runAsScript } from './setup/set-up-problem.mjs';

await runAsScript(async () => {
  await ensureDependencies();
  await ensureBuilt();
  const main = join(out, 'relay', 'main.js');
  const relay = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => relay.kill(signal));
  }
  return new Promise((resolve) => relay.once('close', (code) => resolve(code ?? 128)));
});
