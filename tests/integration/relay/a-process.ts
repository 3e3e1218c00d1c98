import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { adminToken } from './a-relay';
import type { BreakableOptions } from './breakable-relay';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Inside the project, so that the program finds its packages as it does when it is installed. */
const built = join(root, 'out', `relay-test-${String(process.pid)}`);

/** Builds the relay as it is shipped, and the one that tests can break. Gives how to take it away again, as `beforeAll` wants it. */
export async function buildRelay(): Promise<() => void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: built,
      target: 'node20',
      rolldownOptions: {
        input: {
          main: join(root, 'relay/main.ts'),
          breakable: join(root, 'tests/integration/relay/breakable-relay.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return () => {
    rmSync(built, { recursive: true, force: true });
  };
}
const readyLine = z.object({ ready: z.literal(true), url: z.string(), metricsUrl: z.string().nullable() });

export interface RelayProcess {
  readonly child: ChildProcess;
  /** The ready line, as a launcher reads it. Rejects when the process ends before. */
  readonly ready: Promise<z.infer<typeof readyLine>>;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  out(): string;
  err(): string;
}

/** The relay as it really runs: its own process, configured by environment only. */
export function aProcess(
  env: Record<string, string>,
  {
    args = [],
    shell,
    breakable,
  }: { readonly args?: readonly string[]; readonly shell?: string; readonly breakable?: BreakableOptions } = {},
): RelayProcess {
  const command = [process.execPath, join(built, breakable ? 'breakable.js' : 'main.js'), ...args];
  const [program = '', ...rest] =
    shell === undefined ? command : ['/bin/sh', '-c', `${shell}; exec "$@"`, 'sh', ...command];
  const child = spawn(program, rest, {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      RELAY_PORT: '0',
      RELAY_ADMIN_TOKEN: adminToken,
      ...(breakable ? { TEST_RELAY: JSON.stringify(breakable) } : {}),
      ...env,
    },
    stdio: 'pipe',
  });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
    });
  });
  const ready = new Promise<z.infer<typeof readyLine>>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const found = out.split('\n').find((line) => line.includes('"ready":true'));
      if (found !== undefined) resolve(readyLine.parse(JSON.parse(found)));
    });
    void ended.then((how) => {
      reject(new Error(`the relay ended (${how}) before it was ready: ${err}`));
    });
  });
  ready.catch(() => undefined);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ready, ended, out: () => out, err: () => err };
}
