// `npm run build`, unless out/ already holds what the sources say.
import { ensureBuilt } from './setup/build.mjs';
import { runAsScript } from './setup/set-up-problem.mjs';

await runAsScript(ensureBuilt);
