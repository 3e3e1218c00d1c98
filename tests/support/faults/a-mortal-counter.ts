import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Rhythm } from '../../../electron/checkout/rhythm';
import type { CheckoutKind, StateOf } from '../../../shared/checkout/state';
import type { Reply, RequestInput, RequestName, RequestOutput } from '../../../shared/ipc-contract';
import { draftTotal } from '../../../shared/sale';
import { startVirtualPrinter } from '../../../simulator/printer/virtual-printer';
import { startMercadoPagoSimulator } from '../../../simulator/start-simulator';
import { aDraft } from '../builders';
import { until } from '../until';
import { writeProvision } from './provision';
import { readCheckout } from './read-checkout';
import type { TillProgramStart } from './till-program';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Inside the project, so that the program finds its packages. */
const built = join(root, 'out', `till-test-${String(process.pid)}`);

/** Builds the till program. Gives how to take it away again, as `beforeAll` wants it. */
export async function buildTillProgram(): Promise<() => void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'tests/support/faults/till-program.ts',
      outDir: built,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'till-program.js' } },
    },
  });
  return () => {
    rmSync(built, { recursive: true, force: true });
  };
}

const messageSchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ call: z.int(), reply: z.custom<Reply<unknown>>((value) => typeof value === 'object' && value !== null) }),
]);

/** A counter whose till is a process that a test kills. `buildTillProgram` must have run. Gone when the test is. */
export async function openMortalCounter(rhythm: Partial<Rhythm> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-mortal-'));
  const dataDir = join(folder, 'till');
  mkdirSync(dataDir);
  const simulator = await startMercadoPagoSimulator();
  const printer = await startVirtualPrinter({ columns: 48 });
  const provision = writeProvision(folder, {
    token: simulator.control.account.accessToken,
    apiBaseUrl: simulator.url,
    printer,
    pairing: null,
    expiresInMinutes: 1,
    products: [],
  });
  let till: ChildProcess | null = null;
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let calls = 0;

  const start = async (change: Partial<Rhythm> = {}): Promise<void> => {
    const given: TillProgramStart = {
      folder,
      provision,
      rhythm: { ...rhythm, ...change } as TillProgramStart['rhythm'],
    };
    const child = fork(join(built, 'till-program.js'), [JSON.stringify(given)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    till = child;
    await new Promise<void>((resolve, reject) => {
      child.on('message', (raw) => {
        const message = messageSchema.parse(raw);
        if ('ready' in message) resolve();
        else waiting.get(message.call)?.(message.reply);
      });
      child.once('exit', (code, signal) => {
        reject(new Error(`the till ended (${String(code ?? signal)}) before it was ready`));
      });
    });
  };

  const kill = async (): Promise<void> => {
    const child = till;
    till = null;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };

  onTestFinished(async () => {
    await kill();
    await simulator.close();
    await printer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const request = <Name extends RequestName>(
    name: Name,
    ...input: undefined extends RequestInput<Name> ? [] : [RequestInput<Name>]
  ): Promise<Reply<RequestOutput<Name>>> =>
    new Promise((resolve, reject) => {
      const call = ++calls;
      // The contract says what each name answers with.
      waiting.set(call, (reply) => resolve(reply as Reply<RequestOutput<Name>>));
      if (till === null) reject(new Error('the till is off'));
      else till.send({ call, name, input: input[0] });
    });

  const stored = (checkoutId: string) => readCheckout(dataDir, checkoutId);

  const charge = async (...amounts: number[]): Promise<string> => {
    const draft = aDraft(...amounts);
    const reply = await request('checkout.start', { draft, expectedTotal: draftTotal(draft) });
    if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
    return reply.value.checkoutId;
  };

  await start();
  return {
    control: simulator.control,
    printer,
    request,
    charge,
    stored,
    start,
    kill,
    reaches: <Kind extends CheckoutKind>(checkoutId: string, kind: Kind): Promise<StateOf<Kind>> =>
      until(
        `${checkoutId} to be ${kind}`,
        () => {
          const state = stored(checkoutId);
          return state?.kind === kind ? (state as StateOf<Kind>) : null;
        },
        15_000,
      ),
  };
}

export type MortalCounter = Awaited<ReturnType<typeof openMortalCounter>>;
