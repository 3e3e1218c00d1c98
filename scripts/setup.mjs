// Prepares this machine and says nothing when there is nothing to do.
//   --print            writes the path of Electron's executable to standard output
//   --fresh-electron   tries to download the declared Electron even if that failed today
import { setUp } from './setup/set-up.mjs';
import { runAsScript } from './setup/set-up-problem.mjs';

await runAsScript(async () => {
  const electron = await setUp({ fresh: process.argv.includes('--fresh-electron') });
  if (process.argv.includes('--print')) process.stdout.write(`${electron.executablePath}\n`);
});
