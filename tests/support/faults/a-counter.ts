import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Rhythm } from '../../../electron/checkout/rhythm';
import { exchangeFolder } from '../../../electron/files/exchange-folder';
import { serveRequest } from '../../../electron/ipc/serve-requests';
import { tillHandlers } from '../../../electron/ipc/till-handlers';
import { createFileLog } from '../../../electron/log/file-log';
import type { Log } from '../../../electron/log/log';
import { createKeyFileSealer } from '../../../electron/storage/key-file-sealer';
import { Till } from '../../../electron/till';
import type { CheckoutKind, CheckoutState, StateOf } from '../../../shared/checkout/state';
import type { Reply, RequestInput, RequestName, RequestOutput } from '../../../shared/ipc-contract';
import { draftTotal, type Draft } from '../../../shared/sale';
import type { CheckoutSnapshot, Snapshot } from '../../../shared/snapshot';
import type { SimulatorOptions } from '../../../simulator/options';
import { startVirtualPrinter } from '../../../simulator/printer/virtual-printer';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import { aDraft } from '../builders';
import { until } from '../until';
import { quickRhythm } from '../quick-rhythm';
import { printingInThisProcess } from './printing-in-this-process';
import { writeProvision } from './provision';
import { readCheckout } from './read-checkout';

export const POS = 'SUC001CAJA01';
export const TOKEN = 'TEST-practice-token';

export interface CounterOptions {
  readonly simulator?: SimulatorOptions;
  /** The text with which the till is paired with a relay. Default: it has none. */
  readonly pairing?: string;
  readonly rhythm?: Partial<Rhythm>;
  /** How the till calls the simulator's address. Default: as it is. */
  readonly addressed?: (url: string) => string;
  /** How far this computer's clock is from the true time, in ms. */
  readonly clockOffMs?: number;
  /** Default 10. */
  readonly expiresInMinutes?: number;
  /** Default: nothing is written; `SHOW_LOG=1` shows it. */
  readonly logToFile?: boolean;
  /** Products of the catalogue, as its file has them. */
  readonly products?: readonly Readonly<Record<string, unknown>>[];
}

/**
 * A whole counter without its window: the real till with its disk, its log and its requests, a printer, and Mercado
 * Pago's simulator. Gone when the test is.
 */
export async function openCounter(options: CounterOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-counter-'));
  const dataDir = join(folder, 'till');
  mkdirSync(dataDir);
  const simulator = await startMercadoPagoSimulator(options.simulator);
  const printer = await startVirtualPrinter({ columns: 48 });
  const provision = writeProvision(folder, {
    token: simulator.control.account.accessToken,
    apiBaseUrl: options.addressed?.(simulator.url) ?? simulator.url,
    printer,
    pairing: options.pairing ?? null,
    expiresInMinutes: options.expiresInMinutes ?? 10,
    products: options.products ?? [],
  });
  const rhythm = { ...quickRhythm, ...options.rhythm };
  let clockOffMs = options.clockOffMs ?? 0;

  const open = async () => {
    const secrets: { texts: () => readonly string[] } = { texts: () => [] };
    const log = options.logToFile ? createFileLog(join(dataDir, 'logs'), () => secrets.texts()) : logToScreen;
    const till = new Till({
      dataDir,
      sealer: createKeyFileSealer(join(folder, 'key')),
      createPrinting: printingInThisProcess,
      log,
      provision,
      onChange: () => undefined,
      now: () => new Date(Date.now() + clockOffMs),
      rhythm,
      dialogs: exchangeFolder(join(folder, 'files')),
    });
    secrets.texts = () => till.secretTexts();
    await till.start();
    if (till.provisionProblem) throw new Error(`the provision file: ${JSON.stringify(till.provisionProblem)}`);
    return { till, handlers: tillHandlers(till), log };
  };
  let opened = await open();

  const request = async <Name extends RequestName>(
    name: Name,
    ...input: undefined extends RequestInput<Name> ? [] : [RequestInput<Name>]
  ): Promise<Reply<RequestOutput<Name>>> =>
    // The contract says what each name answers with.
    (await serveRequest(opened.handlers, opened.log, name, input[0])) as Reply<RequestOutput<Name>>;

  const snapshot = async (): Promise<Snapshot> => {
    const reply = await request('till.snapshot');
    if (!reply.ok) throw new Error(`no snapshot: ${reply.error.code}`);
    return reply.value;
  };

  const charge = async (draft: Draft): Promise<string> => {
    const reply = await request('checkout.start', { draft, expectedTotal: draftTotal(draft) });
    if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
    return reply.value.checkoutId;
  };

  const stored = (checkoutId: string): CheckoutState | null => readCheckout(dataDir, checkoutId);

  const reaches = <Kind extends CheckoutKind>(
    checkoutId: string,
    kind: Kind,
    timeoutMs?: number,
  ): Promise<StateOf<Kind>> =>
    until(
      `${checkoutId} to be ${kind}`,
      () => {
        const state = stored(checkoutId);
        return state?.kind === kind ? (state as StateOf<Kind>) : null;
      },
      timeoutMs,
    );

  onTestFinished(async () => {
    await opened.till.close();
    await simulator.close();
    await printer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    folder,
    dataDir,
    simulator,
    control: simulator.control,
    printer,
    provision,
    rhythm,
    get till() {
      return opened.till;
    },
    request,
    /** Asks for anything at all, as a window that is garbled would. */
    ask: (name: string): Promise<unknown> => serveRequest(opened.handlers, opened.log, name, undefined),
    snapshot,
    /** The charge on screen. */
    onScreen: async (): Promise<CheckoutSnapshot> => {
      const { checkout } = await snapshot();
      if (!checkout) throw new Error('nothing is charged');
      return checkout;
    },
    /** Begins to charge this sale, or one of free amounts in minor units. */
    charge,
    chargeAmounts: (...amounts: number[]): Promise<string> => charge(aDraft(...amounts)),
    /** Begins to charge, and waits until the order is on the caja. */
    waiting: async (...amounts: number[]): Promise<string> => {
      const id = await charge(aDraft(...(amounts.length === 0 ? [10_000] : amounts)));
      await reaches(id, 'awaitingPayment');
      return id;
    },
    /** As the disk has it. */
    stored,
    reaches,
    cancel: (checkoutId: string) => request('checkout.cancel', { checkoutId }),
    verify: (checkoutId: string) => request('checkout.verify', { checkoutId }),
    finish: (checkoutId: string) => request('checkout.finish', { checkoutId }),
    /** Waits until exactly so many tickets have come out, and a look later no more than that. */
    tickets: async (count: number): Promise<readonly string[]> => {
      await until(`${String(count)} tickets`, () => printer.papers().length >= count);
      await settledPrinting(async () => (await snapshot()).checkout);
      return printer.papers().map(({ lines }) => lines.join('\n'));
    },
    /** Moves this computer's clock. */
    moveClock: (ms: number): void => {
      clockOffMs = ms;
    },
    /** The program ends. */
    end: (): Promise<void> => opened.till.close(),
    /** The program ends and starts again on the same disk. */
    restart: async (): Promise<void> => {
      await opened.till.close();
      opened = await open();
    },
  };
}

export type Counter = Awaited<ReturnType<typeof openCounter>>;

/** A failing test is easier to read with the till's own story beside it. */
const logToScreen: Log = (event, facts) => {
  if (process.env.SHOW_LOG === '1') process.stderr.write(`${event} ${JSON.stringify(facts)}\n`);
};

/** Waits until no ticket is on its way any more. */
async function settledPrinting(current: () => Promise<CheckoutSnapshot | null>): Promise<void> {
  await until('the printer to be still', async () => {
    const checkout = await current();
    if (checkout?.state.kind !== 'paid') return true;
    return checkout.state.ticket.status !== 'queued' && checkout.state.ticket.status !== 'sending';
  });
}
