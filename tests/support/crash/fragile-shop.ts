import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { Reply, RequestInput, RequestName, RequestOutput } from '../../../shared/ipc-contract';
import type { Snapshot } from '../../../shared/snapshot';
import { openShop, type ShopOptions } from '../e2e/a-shop';
import { launchTill, type RunningTill } from '../e2e/launch-till';
import { until } from '../until';
import { cutFiles, CUT_FOLDER, type CutOrder } from './cut-plan';
import { layPrinterCable } from './printer-cable';
import { readDead, readRunning, type StoredRows } from './stored-rows';
import { writeWhole } from './write-whole';

/** What is loaded into the till before it starts. Built by whoever starts the tests. */
const { CAJAQR_CRASH_HOOK: hook } = z
  .object({ CAJAQR_CRASH_HOOK: z.string() })
  .parse(process.env, { error: () => 'start these tests with: npm run test:crash' });

/** Its window is gone a moment before its process is. */
const DYING_MS = 500;

/** The power went, as the test had asked or not. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/** A shop whose till dies where a test says, and is started again by hand. The till is a real Electron. */
export async function openFragileShop(options: ShopOptions = {}) {
  const shop = await openShop(options);
  const cable = await layPrinterCable(shop.printer);
  shop.writeProvision({ printer: { transport: { kind: 'network', host: shop.printer.host, port: cable.port } } });
  const cuts = join(shop.folder, 'cuts');
  mkdirSync(cuts);
  const file = (name: keyof typeof cutFiles) => join(cuts, cutFiles[name]);
  const environment = {
    ...shop.environment,
    [CUT_FOLDER]: cuts,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require ${hook}`.trim(),
  };
  let till: RunningTill | null = null;
  let isClosed = false;
  let aheadMs = 0;
  const dataDir = shop.environment.CAJAQR_DATA_DIR;

  /** Whatever is asked of a till that is gone is answered by a `PowerCut`. */
  async function withTill<Value>(use: (running: RunningTill) => Promise<Value>): Promise<Value> {
    if (!till) throw new PowerCut('the till is off');
    const running = till;
    try {
      return await use(running);
    } catch (error) {
      await until('the till to be gone', () => !isAlive(running.pid), DYING_MS).catch(() => {
        throw error;
      });
      await running.kill();
      if (till === running) till = null;
      throw new PowerCut('the till went off', { cause: error });
    }
  }

  const request = <Name extends RequestName>(
    name: Name,
    ...input: undefined extends RequestInput<Name> ? [] : [RequestInput<Name>]
  ): Promise<Reply<RequestOutput<Name>>> =>
    withTill(({ page }) =>
      page.evaluate(
        // The contract's types hold on both sides; the page's script knows only names and plain data.
        ([asked, given]) => (window.till.request as (...all: unknown[]) => Promise<never>)(asked, given),
        [name, input[0]] as const,
      ),
    );

  return {
    ...shop,
    cable,
    dataDir,
    request,
    stderr: () => till?.stderr() ?? '',
    isOn: () => till !== null && isAlive(till.pid),
    get pid() {
      return till?.pid ?? null;
    },
    get page() {
      if (!till) throw new PowerCut('the till is off');
      return till.page;
    },
    snapshot: async (): Promise<Snapshot> => {
      const reply = await request('till.snapshot');
      if (!reply.ok) throw new Error(`no snapshot: ${reply.error.code}`);
      return reply.value;
    },
    /** Looks until the condition gives something, or the power goes. */
    until: <Value>(
      what: string,
      condition: () => Promise<Value | null | undefined | false> | Value | null | undefined | false,
      timeoutMs = 20_000,
    ): Promise<Value> =>
      until(
        what,
        () => {
          if (till && !isAlive(till.pid)) return withTill(() => Promise.reject(new Error('gone')));
          return condition();
        },
        timeoutMs,
      ),
    /** @throws PowerCut when an order of the plan ends it while it starts. */
    start: async (): Promise<void> => {
      if (isClosed) throw new Error('the shop is closed');
      const before = plan().length;
      try {
        till = await launchTill(environment);
      } catch (error) {
        if (plan().length < before) throw new PowerCut('the till went off while it started', { cause: error });
        throw error;
      }
    },
    /** SIGKILL at this very moment; `kill` waits until it is gone. */
    strike: (): void => {
      try {
        if (till) process.kill(till.pid, 'SIGKILL');
      } catch (error) {
        // Another fault of the plan was quicker.
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
    },
    kill: async (): Promise<void> => {
      const running = till;
      till = null;
      await running?.kill();
    },
    arm: (...orders: CutOrder[]): void => {
      writeWhole(file('plan'), JSON.stringify(orders));
    },
    /** The disk is no longer full. */
    makeRoom: (): void => {
      writeWhole(file('plan'), JSON.stringify(plan().filter(({ deed }) => deed !== 'refuse')));
    },
    /** Does nothing where the printer is plugged in. */
    plugIn: async (): Promise<void> => {
      if (!(await answers(shop.printer))) await shop.printer.plugIn();
    },
    /** One more, while it runs. */
    alsoArm: (order: CutOrder): void => {
      writeWhole(file('plan'), JSON.stringify([order, ...plan()]));
    },
    /** Until no connection to the printer is left. */
    cableIsFree: () => until('the cable to be free', () => !cable.isTaken()),
    /** Deaths that no write has brought yet. */
    killsLeft: () => plan().filter(({ deed }) => deed === 'kill').length,
    /** Waits until the program stands still at a write, does this, and lets it go on. */
    whileHeld: async (what: () => Promise<void> | void): Promise<void> => {
      await until('the till to stand still', () => existsSync(file('held')), 20_000);
      await what();
      rmSync(file('held'));
    },
    trace: (): string[] =>
      existsSync(file('trace'))
        ? readFileSync(file('trace'), 'utf8')
            .split('\n')
            .filter((line) => line !== '')
        : [],
    /** Time passes, for the till and for Mercado Pago. */
    skip: (ms: number): void => {
      aheadMs += ms;
      writeWhole(file('ahead'), String(aheadMs));
      shop.control.clock.advance(ms);
    },
    stored: (): StoredRows => (till && isAlive(till.pid) ? readRunning(dataDir) : readDead(dataDir)),
    /** As it was when it opened, but for the till: it keeps its disk and whatever it is doing. */
    tidy: async (): Promise<void> => {
      shop.control.faults.clear();
      shop.control.notifications.faults.clear();
      cable.mend();
      Object.assign(shop.printer.faults, { paperOut: false, paperOutAfterLines: null });
      if (!(await answers(shop.printer))) await shop.printer.plugIn();
    },
    close: async (): Promise<void> => {
      isClosed = true;
      const running = till;
      till = null;
      await running?.kill();
      await cable.close();
      await shop.close();
    },
  };

  function plan(): readonly CutOrder[] {
    return existsSync(file('plan')) ? (JSON.parse(readFileSync(file('plan'), 'utf8')) as CutOrder[]) : [];
  }
}

function answers({ host, port }: { readonly host: string; readonly port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

export type FragileShop = Awaited<ReturnType<typeof openFragileShop>>;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

/** Killed and not yet waited for: its number still answers. */
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && readFileSync(stat, 'utf8').includes(') Z ');
}
