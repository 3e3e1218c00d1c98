import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckoutDesk } from '../../electron/checkout/checkout-desk';
import type { Rhythm } from '../../electron/checkout/rhythm';
import type { PaymentGateway } from '../../electron/checkout/payment-gateway';
import { createMercadoPago } from '../../electron/mercadopago/create-mercado-pago';
import { createCatalogueStore } from '../../electron/storage/catalogue-store';
import { createCheckoutStore } from '../../electron/storage/checkout-store';
import { openDatabase, type Db } from '../../electron/storage/open-database';
import { createPrintJobStore } from '../../electron/storage/print-job-store';
import { createSettingsStore } from '../../electron/storage/settings-store';
import type { StateOf, CheckoutKind } from '../../shared/checkout/state';
import type { ErrorCode } from '../../shared/errors';
import { draftTotal } from '../../shared/sale';
import { startMercadoPagoSimulator } from '../../simulator/start-simulator';
import type { SimulatorOptions } from '../../simulator/options';
import { aDraft } from './builders';
import { quickRhythm } from './quick-rhythm';
import { until } from './until';

export const POS = 'SUC001CAJA01';

const loggedEvents = process.env.SHOW_LOG === '1';

export interface DeskOptions {
  readonly simulator?: SimulatorOptions;
  readonly rhythm?: Partial<Rhythm>;
  /** Puts something between the desk and the real client, e.g. an index that lags behind. */
  readonly through?: (gateway: PaymentGateway) => PaymentGateway;
  /** Why no new charge may begin now. */
  readonly refusal?: () => ErrorCode | null;
}

/** A checkout desk with a real database, the real Mercado Pago client and the simulator; nothing prints. */
export async function startDesk(options: DeskOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-desk-'));
  const simulator = await startMercadoPagoSimulator(options.simulator);
  let clockOffMs = 0;
  const now = () => new Date(Date.now() + clockOffMs);
  let relayConnected = false;
  let connected = true;
  let diskBroken = false;

  const open = () => {
    const db = openDatabase(join(folder, 'till.db'));
    const printJobs = createPrintJobStore(db, now);
    const stored = createCheckoutStore(db, printJobs);
    const checkouts: typeof stored = {
      ...stored,
      commit: (step) => {
        if (diskBroken) throw new Error('no space left');
        stored.commit(step);
      },
    };
    const settings = createSettingsStore(db, now);
    settings.update({
      account: { userId: '446566691', nickname: 'LAESQUINA', site: 'MLA' },
      register: { id: '1', name: 'Caja 1', externalId: POS, storeName: 'Kiosco', externalStoreId: 'SUC001' },
    });
    const mercadoPago = createMercadoPago({
      baseUrl: simulator.url,
      token: 'TEST-practice-token',
      now,
      timeouts: { readMs: 400, readTotalMs: 1_000, writeMs: 500 },
      retry: { attempts: 1, firstMs: 10 },
    });
    const client = mercadoPago.gatewayFor({ userId: '446566691', currency: 'ARS' });
    const gateway = options.through?.(client) ?? client;
    const log: string[] = [];
    const desk = new CheckoutDesk({
      checkouts,
      catalogue: createCatalogueStore(db),
      settings: () => settings.read(),
      gateway: () => (connected ? gateway : null),
      printJob: (id) => printJobs.find(id),
      terms: () => ({ notificationUrl: null, sponsorId: null, ivaPercent: null }),
      relayConnected: () => relayConnected,
      printQueued: () => undefined,
      publish: () => undefined,
      now,
      timeZone: () => null,
      refusal: options.refusal ?? (() => null),
      rhythm: { ...quickRhythm, ...options.rhythm },
      log: (event, facts) => {
        log.push(event);
        // A failing test is easier to read with the desk's own story beside it.
        if (loggedEvents) process.stderr.write(`${event} ${JSON.stringify(facts)}\n`);
      },
    });
    return { db, desk, checkouts, printJobs, settings, log };
  };

  let opened = open();
  const close = () => {
    opened.desk.close();
    opened.db.close();
  };

  return {
    simulator,
    control: simulator.control,
    get db(): Db {
      return opened.db;
    },
    get desk() {
      return opened.desk;
    },
    get checkouts() {
      return opened.checkouts;
    },
    get printJobs() {
      return opened.printJobs;
    },
    get settings() {
      return opened.settings;
    },
    get log() {
      return opened.log;
    },
    setRelayConnected: (connected: boolean) => {
      relayConnected = connected;
    },
    /** Whether the till knows an account that it can ask with. */
    setConnected: (value: boolean) => {
      connected = value;
    },
    /** While broken, no step of a checkout can be stored. */
    setDiskBroken: (broken: boolean) => {
      diskBroken = broken;
    },
    /** Moves this computer's clock. */
    moveClock: (ms: number) => {
      clockOffMs = ms;
    },
    /** Begins to charge a sale of free amounts, in minor units. */
    charge: (...amounts: number[]): string => {
      const draft = aDraft(...amounts);
      const started = opened.desk.start(draft, draftTotal(draft));
      if (!started.ok) throw new Error(`refused: ${started.error.code}`);
      return started.value.checkoutId;
    },
    /** Waits until the stored checkout is in this state. */
    reaches: async <Kind extends CheckoutKind>(checkoutId: string, kind: Kind): Promise<StateOf<Kind>> =>
      until(`${checkoutId} to be ${kind}`, () => {
        const state = opened.checkouts.find(checkoutId);
        return state?.kind === kind ? (state as StateOf<Kind>) : null;
      }),
    /** The program ends without a word, and starts again on the same disk. */
    restart: () => {
      close();
      opened = open();
      opened.desk.resume();
    },
    stop: async () => {
      close();
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestDesk = Awaited<ReturnType<typeof startDesk>>;
