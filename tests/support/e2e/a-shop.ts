import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../electron/storage/open-database';
import { createSettingsStore } from '../../../electron/storage/settings-store';
import { defaultConfig } from '../../../relay/config';
import { startRelay } from '../../../relay/start-relay';
import type { SimulatorOptions } from '../../../simulator/options';
import { startVirtualPrinter } from '../../../simulator/printer/virtual-printer';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import { until } from '../until';
import { launchTill, type RunningTill } from './launch-till';
import { TillScreen } from './till-screen';

export const POS = 'SUC001CAJA01';

const catalogue = {
  products: [
    { code: '7790001000019', name: 'Alfajor de chocolate', price: 1200, favourite: true },
    { code: '7790001000026', name: 'Agua mineral 500 ml', price: 1100.5, favourite: true },
    { code: '7790001000033', name: 'Café con leche', price: 2400 },
    { name: 'Pan francés (por kg)', price: 2600, unit: 'kg' },
  ],
};

export interface ShopOptions {
  /** Default: a relay runs and the till is paired with it. */
  readonly relay?: 'paired' | 'none';
  /** Default: by file. `byHand` opens a till that only knows where the simulator is. */
  readonly setUp?: 'byFile' | 'byHand';
  /** Mercado Pago as a test wants it. */
  readonly simulator?: SimulatorOptions;
  /** Changes to the provision file. */
  readonly provision?: Readonly<Record<string, unknown>>;
}

/** A whole shop on this machine: Mercado Pago's simulator, relay, printer, and the real till in its window. */
export async function openShop(options: ShopOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-shop-'));
  const simulator = await startMercadoPagoSimulator(options.simulator);
  const printer = await startVirtualPrinter({ columns: 48 });
  const relay = await startRelay({ ...defaultConfig, port: 0, dataDir: join(folder, 'relay') });
  const { pairing } = relay.pairings.mint(POS);

  const provisionFile = join(folder, 'provision.json');
  const writeProvision = (change: Readonly<Record<string, unknown>> = {}): void => {
    const provision = {
      version: 1,
      language: 'es-AR',
      account: { token: 'TEST-practice-token', apiBaseUrl: simulator.url },
      register: { externalStoreId: 'SUC001', externalPosId: POS },
      ...(options.relay === 'none' ? {} : { relay: { pairing } }),
      printer: { transport: { kind: 'network', host: printer.host, port: printer.port } },
      business: { name: 'Kiosco La Esquina', address: 'Av. Corrientes 1234', footer: 'Gracias por su compra' },
      catalogue: 'catalogue.json',
      ...options.provision,
      ...change,
    };
    writeFileSync(provisionFile, JSON.stringify(provision, null, 2));
  };
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue, null, 2));
  writeProvision();

  const dataDir = join(folder, 'till');
  const byHand = options.setUp === 'byHand';
  if (byHand) {
    // A real store never types the API's address: by hand it is always Mercado Pago's.
    const db = openDatabase(join(dataDir, 'caja-qr.db'));
    createSettingsStore(db, () => new Date()).update({ apiBaseUrl: simulator.url });
    db.close();
  }
  const environment = { CAJAQR_DATA_DIR: dataDir, ...(byHand ? {} : { CAJAQR_PROVISION: provisionFile }) };
  let running: RunningTill | null = null;

  const shop = {
    folder,
    environment,
    simulator,
    control: simulator.control,
    printer,
    relay,
    pairing,
    writeProvision,
    /** Opens the till and waits until it is ready to sell (or, unprovisioned, to be set up). */
    openTill: async (more: Readonly<Record<string, string>> = {}): Promise<TillScreen> => {
      running = await launchTill({ ...environment, ...more });
      const screen = new TillScreen(running);
      await screen.ready();
      return screen;
    },
    /** The relay holds this caja's stream. */
    relayHears: (screen: TillScreen) =>
      until('the till to listen to the relay', async () => (await screen.status('relay')) === 'connected', 15_000),
    close: async (): Promise<void> => {
      await running?.kill();
      await relay.close();
      await simulator.close();
      await printer.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return shop;
}

export type Shop = Awaited<ReturnType<typeof openShop>>;
