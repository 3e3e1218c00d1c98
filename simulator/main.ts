import { fstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { z } from 'zod';

import { startPractice } from './practice/start-practice';
import { siteIds } from './world/sites';

const usage =
  'Usage: node out/simulator/main.js --practice <folder> [--port <n>] [--printer-port <n>] [--columns 32|42|48] [--site MLA]';

const port = z.coerce.number().int().min(0).max(65535);

const argumentsSchema = z.object({
  practice: z.string().min(1),
  port: port.default(0),
  'printer-port': port.default(0),
  columns: z.enum(['32', '42', '48']).default('48').transform(Number),
  site: z.enum(siteIds).default('MLA'),
});

/** Practice mode's Mercado Pago and ticket printer, as one program. Prints one line of JSON when both are ready. */
async function main(): Promise<void> {
  const given = readArguments();
  if (given === undefined) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 1;
    return;
  }
  const practice = await startPractice({
    paperFolder: resolve(given.practice, 'papers'),
    port: given.port,
    printerPort: given['printer-port'],
    columns: given.columns,
    site: given.site,
  });
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    process.stdin.destroy();
    void practice.close();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // A launcher that holds the other end of a pipe dies with it closed, however it dies.
  if (stdinIsPipe()) process.stdin.on('end', end).on('error', end).resume();

  process.stdout.write(`${JSON.stringify({ ...practice.description, ready: true })}\n`);
}

function stdinIsPipe(): boolean {
  const stdin = fstatSync(0);
  return stdin.isFIFO() || stdin.isSocket();
}

function readArguments(): z.infer<typeof argumentsSchema> | undefined {
  try {
    const { values } = parseArgs({
      options: {
        practice: { type: 'string' },
        port: { type: 'string' },
        'printer-port': { type: 'string' },
        columns: { type: 'string' },
        site: { type: 'string' },
      },
    });
    return argumentsSchema.safeParse(values).data;
  } catch {
    // parseArgs throws on an option that it does not know.
    return undefined;
  }
}

await main();
