import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright';
import { z } from 'zod';
import { filesBelow } from './canaries';
import { until } from '../until';

/** The till under test: the sources' build on Electron, or the packaged app. Chosen by whoever starts the tests. */
const { CAJAQR_E2E_EXECUTABLE: executable, CAJAQR_E2E_ARGUMENTS: givenArguments } = z
  .object({ CAJAQR_E2E_EXECUTABLE: z.string(), CAJAQR_E2E_ARGUMENTS: z.string().default('[]') })
  .parse(process.env, { error: () => 'start these tests with: npm run test:e2e' });
const fixedArguments = z.array(z.string()).parse(JSON.parse(givenArguments));
const switches = fixedArguments.filter((argument) => argument.startsWith('-'));

/** The packaged app runs nothing but itself, and takes no orders from Node's variables. */
export const isPackaged = switches.length === fixedArguments.length;

/** What ships: the folder of the build, or of the packaged app's own files. */
export const programFolder = isPackaged
  ? join(dirname(executable), 'resources')
  : join(fixedArguments.find((argument) => !argument.startsWith('-')) ?? '', 'out');

export interface RunningTill {
  readonly page: Page;
  readonly pid: number;
  /** The customer's screen, while there is one. */
  customerPage(): Page | null;
  /** Everything it wrote to stdout and stderr so far. */
  stderr(): string;
  /** What it wrote into its log so far, oldest first. */
  log(): string;
  /** Closes it as a person does, and waits until it is gone. */
  close(): Promise<void>;
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Starts the till and attaches to its window over the DevTools protocol: that works for the packaged app too, whose
 * fuses keep Node's inspector shut.
 * @param app another program's folder, to run it instead of the till; not where `isPackaged`
 */
export async function launchTill(environment: Readonly<Record<string, string>>, app?: string): Promise<RunningTill> {
  const till = startProcess(environment, app);
  let browser: Browser | null = null;
  try {
    const address = await until('the till to open its DevTools', () => devToolsAddress(till), 30_000);
    browser = await until('Playwright to attach', () => attach(address), 30_000);
    const context = browser.contexts()[0];
    const page = await until(
      'the window',
      () => context?.pages().find((it) => it.url().startsWith('app://till/index.html')),
      30_000,
    );
    const attached = browser;
    const gone = async (): Promise<void> => {
      await attached.close().catch(() => undefined);
      await till.gone;
    };
    return {
      page,
      pid: till.pid,
      customerPage: () => context?.pages().find((it) => it.url().startsWith('app://till/customer.html')) ?? null,
      stderr: till.stderr,
      log: () =>
        filesBelow(join(environment.CAJAQR_DATA_DIR ?? '', 'logs'))
          .map((file) => readFileSync(file, 'utf8'))
          .join(''),
      close: async () => {
        await page.close();
        await gone();
      },
      kill: async () => {
        till.child.kill('SIGKILL');
        await gone();
      },
    };
  } catch (error) {
    await browser?.close();
    till.child.kill('SIGKILL');
    await till.gone;
    throw new Error(`the till did not open. It said:\n${till.stderr()}`, { cause: error });
  }
}

/** Attaching in the moment in which the window comes up may never be answered; the next attempt is. */
function attach(address: string): Promise<Browser | null> {
  return chromium.connectOverCDP(address, { timeout: 5_000 }).catch(() => null);
}

/** Starts a till that is expected to end by itself, and returns how it did. */
export async function runTill(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const till = startProcess(environment);
  const code = await till.gone;
  return { code, stderr: till.stderr() };
}

function startProcess(environment: Readonly<Record<string, string>>, app?: string) {
  const given = app === undefined ? fixedArguments : [...switches, app];
  const child: ChildProcess = spawn(executable, [...given, '--remote-debugging-port=0'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    if (output) createInterface(output).on('line', (line) => lines.push(line));
  }
  const gone = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  if (child.pid === undefined) throw new Error(`${executable} could not be started`);
  return { child, pid: child.pid, gone, stderr: () => lines.join('\n') };
}

function devToolsAddress({ stderr }: { stderr: () => string }): string | undefined {
  return /DevTools listening on (ws:\S+)/.exec(stderr())?.[1];
}
