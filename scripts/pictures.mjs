// Photographs the screens into docs/images/screens, as renderer/dev shows them; arguments name the ones to take, without any all.
import { runAsScript } from './setup/set-up-problem.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsScript(async () => {
  const electron = await setUp();
  // What it needs is there only now.
  const { takePictures } = await import('./pictures/take-pictures.mjs');
  return takePictures(electron, process.argv.slice(2));
});
