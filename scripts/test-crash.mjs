// Kills a real till at every write to its disk and at every class of bytes of a ticket; other arguments go to Vitest.
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { runAsScript } from './setup/set-up-problem.mjs';
import { buildCrashHook } from './test/crash-hook.mjs';
import { runOnElectron } from './test/on-electron.mjs';

await runAsScript(() => {
  const given = process.argv.slice(2);
  const table = `--reporter=${join(root, 'tests', 'support', 'crash', 'crash-report.ts')}`;
  const reporters = given.some((argument) => argument.startsWith('--reporter')) ? [] : ['--reporter=default'];
  return runOnElectron('crash', [...reporters, table, ...given], buildCrashHook);
});
