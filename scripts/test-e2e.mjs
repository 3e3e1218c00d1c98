// Runs the end-to-end tests on a real Electron, preparing whatever they need; other arguments go to Vitest.
//   --packaged   on the packaged app instead of the sources' build
import { runAsScript } from './setup/set-up-problem.mjs';
import { runOnElectron } from './test/on-electron.mjs';

await runAsScript(() => runOnElectron('e2e', process.argv.slice(2)));
