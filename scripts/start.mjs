// Opens the till in practice mode, on a machine that may have nothing yet. Where nobody could see a window, plays one
// sale by itself instead.
import { join } from 'node:path';
import { claimFolder, practiceFolder, releaseFolder } from './practice/practice-folder.mjs';
import { startPractice } from './practice/practice.mjs';
import { onAskedToEnd } from './programs/on-asked-to-end.mjs';
import { createPrograms } from './programs/programs.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { hasDisplay } from './setup/display.mjs';
import { say } from './setup/say.mjs';
import { runAsScript } from './setup/set-up-problem.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsScript(async () => {
  const electron = await setUp();
  await ensureBuilt();
  if (!hasDisplay()) {
    const { playDemo } = await import('./demo/play-demo.mjs');
    return playDemo(electron);
  }

  claimFolder(practiceFolder);
  const programs = createPrograms(join(practiceFolder, 'logs'));
  const end = async () => {
    await programs.stopAll();
    releaseFolder(practiceFolder);
  };
  onAskedToEnd(end);

  try {
    const { simulator, till } = await startPractice({ electron, programs, folder: practiceFolder });
    say(`Practice mode: no real money. The customer's phone is the second window, and ${simulator.phoneUrl}`);
    const code = await till.ended;
    if (code !== 0) say(`The till ended with code ${code}. Its log: ${join(practiceFolder, 'logs', 'till.log')}`);
    return code;
  } finally {
    await end();
  }
});
