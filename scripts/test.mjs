// Runs everything that has to hold, on a machine that may have nothing yet. Goes on after a failure.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay, startVirtualDisplay } from './setup/display.mjs';
import { out } from './setup/paths.mjs';
import { say } from './setup/say.mjs';
import { runAsScript } from './setup/set-up-problem.mjs';
import { setUp } from './setup/set-up.mjs';
import { runStage } from './test/run-stage.mjs';
import { stages } from './test/stages.mjs';
import { summarise } from './test/summary.mjs';

await runAsScript(async () => {
  const startedAt = Date.now();
  await setUp();
  mkdirSync(join(out, 'test'), { recursive: true });

  const screen = hasDisplay() ? null : await startVirtualDisplay();
  const env = { ...process.env, ...(screen && { DISPLAY: screen.display }) };
  const results = [];
  for (const stage of stages) {
    say(`\n── ${stage.name}`);
    results.push(await runStage(stage, env));
  }
  await screen?.stop();

  process.stdout.write(`${summarise(results, (Date.now() - startedAt) / 1000)}\n`);
  return results.some((result) => result.failed > 0) ? 1 : 0;
});
