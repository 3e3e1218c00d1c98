import { runCommand } from './command';
import { readConfig } from './config';
import { serve } from './serve';

/** `node out/relay/main.js` serves; `… pair <caja>` and its like act on the same data folder and end. */
// What is kept (notices, token hashes) is nobody else's on this machine.
process.umask(0o077);
const read = readConfig(process.env);
if (!read.ok) {
  process.stderr.write(`${read.problems.join('\n')}\n`);
  process.exitCode = 2;
} else if (process.argv.length > 2) {
  process.exitCode = await runCommand(process.argv.slice(2), read.config);
} else {
  process.exitCode = await serve(read.config);
}
