import { finishReplacement } from '../../../electron/recovery/replace-data';

// Finishes a decided exchange, and loses its power right after the named step.
const [, , dataDir = '', lastStep = ''] = process.argv;
finishReplacement(dataDir, (step) => {
  if (step === lastStep) process.kill(process.pid, 'SIGKILL');
});
