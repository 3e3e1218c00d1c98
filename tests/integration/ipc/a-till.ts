import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { serveRequest } from '../../../electron/ipc/serve-requests';
import { tillHandlers } from '../../../electron/ipc/till-handlers';
import { createKeyFileSealer } from '../../../electron/storage/key-file-sealer';
import { Till, type Printing } from '../../../electron/till';
import { replySchema, requests } from '../../../shared/ipc-contract';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import { POS } from '../../support/a-desk';

/** A printer that nobody has. */
const noPrinting: Printing = {
  start: () => undefined,
  wake: () => undefined,
  configure: () => undefined,
  status: () => ({ state: 'notConfigured' }),
  find: () => Promise.resolve([]),
  runNow: () => Promise.resolve({ kind: 'failed', trouble: 'notConfigured' }),
  close: () => Promise.resolve(),
};

/** A whole till with its real storage and Mercado Pago's simulator, as the window's requests reach it. */
export async function startTill() {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-ipc-'));
  const simulator = await startMercadoPagoSimulator();
  const logged: string[] = [];
  const till = new Till({
    dataDir: folder,
    sealer: createKeyFileSealer(join(folder, 'key')),
    createPrinting: () => noPrinting,
    log: (event) => void logged.push(event),
    provision: null,
    onChange: () => undefined,
    // A search must not leave this computer.
    interfaces: () => ({}),
  });
  till.settings.update({ apiBaseUrl: simulator.url });
  await till.start();
  const handlers = tillHandlers(till);
  const onlooker = new Database(join(folder, 'caja-qr.db'), { readonly: true });

  return {
    till,
    simulator,
    logged,
    ask: (name: unknown, input?: unknown) => serveRequest(handlers, (event) => void logged.push(event), name, input),
    setUp: async (): Promise<void> => {
      await till.setup.connectAccount('TEST-practice-token');
      till.settings.update({
        register: { id: '1', name: 'Caja 1', externalId: POS, storeName: 'Kiosco', externalStoreId: 'SUC001' },
      });
    },
    /** Every row of every table, as another program reads it from the disk. */
    dump: (): string => {
      const tables = onlooker.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
      return tables
        .map((table) => z.object({ name: z.string() }).parse(table).name)
        .map((name) => `${name}: ${JSON.stringify(onlooker.prepare(`SELECT * FROM "${name}"`).all())}`)
        .join('\n');
    },
    stop: async (): Promise<void> => {
      onlooker.close();
      await till.close();
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestTill = Awaited<ReturnType<typeof startTill>>;

/** Whether the window could read this reply after it crossed over. */
export function isReadable(name: string, reply: unknown): boolean {
  const known = Object.entries(requests).find(([request]) => request === name);
  const schema = replySchema<z.ZodType>(known ? known[1].output : z.never());
  return schema.safeParse(structuredClone(reply)).success;
}
