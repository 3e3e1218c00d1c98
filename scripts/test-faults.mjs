// Runs the tests of the faults that stores meet, and ends with one line for each; other arguments go to Vitest.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { runAsScript } from './setup/set-up-problem.mjs';

await runAsScript(async () => {
  const given = process.argv.slice(2);
  const reporters = given.some((argument) => argument.startsWith('--reporter')) ? [] : ['--reporter=default'];
  const selective = given.some(
    (argument) => !argument.startsWith('--reporter') && !argument.startsWith('--outputFile'),
  );
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const report = `--reporter=${join(root, 'tests', 'faults', 'fault-report.ts')}`;
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'faults', ...reporters, report, ...given], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(selective && { CAJAQR_FAULTS_PARTIAL: '1' }) },
  });
  return new Promise((resolve) => child.once('close', (ended) => resolve(ended ?? 128)));
});
