import { join } from 'node:path';
import { z } from 'zod';
import { documentedRhythm } from '../../../electron/checkout/rhythm';
import { serveRequest } from '../../../electron/ipc/serve-requests';
import { tillHandlers } from '../../../electron/ipc/till-handlers';
import { createKeyFileSealer } from '../../../electron/storage/key-file-sealer';
import { Till } from '../../../electron/till';
import { quickRhythm } from '../quick-rhythm';
import { printingInThisProcess } from './printing-in-this-process';

/** What the till program is started with, as its only argument. */
const startSchema = z.object({
  folder: z.string(),
  provision: z.string(),
  rhythm: z.record(z.string(), z.union([z.number(), z.array(z.number())])),
});
export type TillProgramStart = z.input<typeof startSchema>;

/** What it is asked: a request of the window's contract, with a number that comes back with the reply. */
const askedSchema = z.object({ call: z.int(), name: z.string(), input: z.unknown().optional() });

// The till as a process of its own, so that it can be killed as one.
const { folder, provision, rhythm } = startSchema.parse(JSON.parse(process.argv[2] ?? ''));
const log = () => undefined;
const till = new Till({
  dataDir: join(folder, 'till'),
  sealer: createKeyFileSealer(join(folder, 'key')),
  createPrinting: printingInThisProcess,
  log,
  provision,
  onChange: () => undefined,
  rhythm: { ...documentedRhythm, ...quickRhythm, ...rhythm },
});
await till.start();
const handlers = tillHandlers(till);

process.on('message', (message) => {
  const { call, name, input } = askedSchema.parse(message);
  void serveRequest(handlers, log, name, input).then((reply) => process.send?.({ call, reply }));
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
