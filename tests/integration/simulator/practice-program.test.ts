import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
// Inside the repository, where the program finds its packages.
const outDir = join(root, 'out/test-simulator');

const readySchema = z.object({
  ready: z.literal(true),
  apiUrl: z.url(),
  phoneUrl: z.url(),
  accessToken: z.literal('TEST-practice-token'),
  userId: z.number(),
  siteId: z.string(),
  externalStoreId: z.literal('SUC001'),
  externalPosId: z.literal('SUC001CAJA01'),
  businessName: z.literal('Kiosco La Esquina'),
  printer: z.object({ host: z.literal('127.0.0.1'), port: z.number() }),
  paperFolder: z.string(),
});

let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: 'simulator/main.ts', outDir, target: 'node20', rolldownOptions: { output: { format: 'es' } } },
  });
}, 60_000);

afterAll(async () => {
  await rm(outDir, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-'));
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts the program and waits for its line. */
async function start(args: readonly string[] = [], stdin: 'pipe' | 'ignore' = 'pipe') {
  const { started, line } = run(['--practice', folder, ...args], [stdin, 'pipe', 'inherit']);
  return { started, ready: readySchema.parse(JSON.parse(await line)), ended: exitOf(started) };
}

function run(args: readonly string[], stdio: StdioOptions) {
  const started = spawn(process.execPath, [join(outDir, 'main.js'), ...args], { stdio });
  child = started;
  const line = new Promise<string>((resolve, reject) => {
    let text = '';
    started.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('\n')) resolve(text);
    });
    started.on('exit', () => {
      reject(new Error(`The program ended after: ${text}`));
    });
  });
  return { started, line };
}

function exitOf(program: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => program.once('exit', resolve));
}

/** One ticket with a line of text, as a till would send it. */
function print(port: number, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end(
        Buffer.concat([Buffer.from([0x1b, 0x40]), Buffer.from(`${text}\n`), Buffer.from([0x1d, 0x56, 0x41, 0])]),
      );
    });
    socket.on('error', reject).on('close', () => resolve());
    socket.resume();
  });
}

describe('practice mode’s simulator', () => {
  it('says in one line of JSON where everything is, and everything is there', async () => {
    const { ready } = await start(['--site', 'MLU']);
    expect(ready.siteId).toBe('MLU');
    const me = await fetch(`${ready.apiUrl}/users/me`, { headers: { authorization: `Bearer ${ready.accessToken}` } });
    expect(await me.json()).toMatchObject({ id: ready.userId, site_id: 'MLU' });
    const phone = await fetch(ready.phoneUrl);
    expect(await phone.text()).toContain('Billetera de práctica');
    expect((await fetch(`${ready.phoneUrl}/inter.woff2`)).status).toBe(200);
  });

  it('shows the paper that came out of its printer, as a picture', async () => {
    const { ready } = await start();
    await print(ready.printer.port, 'Hola');
    const papers = async () =>
      (await (await fetch(`${ready.apiUrl}/_simulator/papers`)).json()) as { picture: string }[];
    await expect.poll(papers).toMatchObject([{ number: 1, lines: ['Hola'] }]);
    const picture = await fetch(ready.apiUrl + ((await papers())[0]?.picture ?? ''));
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect((await fetch(`${ready.apiUrl}/_simulator/papers/2.png`)).status).toBe(404);
  });

  it('lets a person pull the paper, the cover and the cable', async () => {
    const { ready } = await start();
    const turn = async (switches: Record<string, boolean>) => {
      const response = await fetch(`${ready.apiUrl}/_simulator/printer`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(switches),
      });
      return (await response.json()) as unknown;
    };
    expect(await turn({ paperOut: true, unplugged: true })).toEqual({
      paperOut: true,
      coverOpen: false,
      unplugged: true,
    });
    await expect(print(ready.printer.port, 'Hola')).rejects.toThrow('ECONNREFUSED');
    expect(await turn({ paperOut: false, unplugged: false })).toEqual({
      paperOut: false,
      coverOpen: false,
      unplugged: false,
    });
    await print(ready.printer.port, 'Hola');
  });

  it('ends cleanly when told to', async () => {
    const { started, ended } = await start();
    started.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('ends when its launcher’s pipe closes', async () => {
    const { started, ended } = await start();
    started.stdin?.end();
    expect(await ended).toBe(0);
  });

  it('goes on without a pipe, for a launcher that ends it otherwise', async () => {
    const { ready } = await start([], 'ignore');
    expect((await fetch(ready.phoneUrl)).status).toBe(200);
  });

  it.each([
    [[]],
    [['--practice']],
    [['--practice', 'x', '--site', 'XXX']],
    [['--practice', 'x', '--columns', '40']],
    [['--wrong']],
  ])('refuses the arguments %j with its usage', async (args) => {
    const { started, line } = run(args, ['ignore', 'pipe', 'pipe']);
    line.catch(() => undefined);
    let words = '';
    started.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
    expect(await exitOf(started)).toBe(1);
    expect(words).toContain('Usage');
  });
});
