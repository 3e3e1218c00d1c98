import Database from 'libsql';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { byeSchema, parsePairing } from '../../../shared/relay-protocol';
import { aProcess, buildRelay } from './a-process';
import { adminToken, aDataDir, closedOrder, notify } from './a-relay';
import { aStream, until } from './a-stream';
import { kept } from './kept';
import { mint } from './mint';

beforeAll(buildRelay);

describe('the relay as a process', () => {
  it('says goodbye, stores what it was given and ends in good time when it is told to', async () => {
    const dataDir = aDataDir();
    const relay = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const streams = [await aStream(url, caja.token), await aStream(url, caja.token)];
    const posts = Array.from({ length: 100 }, (_, n) =>
      notify(caja.notificationUrl, closedOrder(`o${n}`)).then(
        ({ status }) => (status === 200 ? `o${n}` : null),
        () => null,
      ),
    );
    await Promise.race(posts);
    const startedAt = performance.now();
    relay.child.kill('SIGTERM');
    expect(await relay.ended).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(9000);
    await until(() => streams.every((stream) => stream.ended()));
    for (const stream of streams) {
      expect(byeSchema.parse(JSON.parse(stream.named('bye')[0]?.data ?? ''))).toMatchObject({ reason: 'shutdown' });
    }
    const ids = kept(dataDir).map(({ resource_id }) => resource_id);
    const answered = (await Promise.all(posts)).filter((id) => id !== null);
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('ends with its launcher, when asked to', async () => {
    const relay = aProcess({ RELAY_DATA_DIR: aDataDir(), RELAY_EXIT_WITH_PARENT: '1' });
    await relay.ready;
    relay.child.stdin?.end();
    expect(await relay.ended).toBe(0);
  });

  it('serves its figures on a port of their own', async () => {
    const relay = aProcess({ RELAY_DATA_DIR: aDataDir(), RELAY_METRICS_PORT: '0' });
    const { url, metricsUrl } = await relay.ready;
    const caja = await mint(url);
    await notify(caja.notificationUrl, closedOrder('1'));
    await notify(`${caja.notificationUrl}x`, closedOrder('1'));
    const text = await (await fetch(metricsUrl ?? '')).text();
    for (const line of [
      'hook_total{result="recorded"} 1',
      'hook_total{result="unknown_hook"} 1',
      'hook_signature_total{signature="unsigned"} 1',
      'commit_batch_size_count 1',
      'sse_connections 0',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toMatch(/^store_bytes [1-9]/m);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${new URL(metricsUrl ?? '').origin}/v1/me`)).status).toBe(404);
  });

  it('keeps its own secret where only its user can read it, and uses it again', async () => {
    const dataDir = aDataDir();
    const first = aProcess({ RELAY_DATA_DIR: dataDir });
    const one = await mint((await first.ready).url);
    first.child.kill('SIGTERM');
    await first.ended;
    expect(statSync(join(dataDir, 'hook-secret')).mode & 0o777).toBe(0o600);
    const second = aProcess({ RELAY_DATA_DIR: dataDir });
    const two = await mint((await second.ready).url);
    expect(new URL(two.notificationUrl).pathname).toBe(new URL(one.notificationUrl).pathname);
  });

  it('ends rather than go on after its disk failed, and has kept what it answered', async () => {
    const dataDir = aDataDir();
    // No file of this process may grow beyond 512 KiB, so that writing fails as on a disk that dies.
    const relay = aProcess({ RELAY_DATA_DIR: dataDir }, { shell: 'trap "" XFSZ; ulimit -f 1024' });
    const caja = await mint((await relay.ready).url);
    const answered: string[] = [];
    let status = 200;
    for (let n = 0; n < 400 && status === 200; n += 1) {
      const body = { ...closedOrder(`o${n}`), padding: 'x'.repeat(8000) };
      ({ status } = await notify(caja.notificationUrl, body));
      if (status === 200) answered.push(`o${n}`);
    }
    expect(status).toBe(503);
    expect(await relay.ended).toBe(1);
    expect(kept(dataDir).map(({ resource_id }) => resource_id)).toEqual(answered);
    expect(answered.length).toBeGreaterThan(5);
  });
});

describe('a wrong start', () => {
  it('is explained by the variable that is wrong', async () => {
    const relay = aProcess({ RELAY_DATA_DIR: aDataDir(), RELAY_PORT: 'tcp://10.0.0.7:8787' });
    expect(await relay.ended).toBe(2);
    expect(relay.err()).toBe('RELAY_PORT must be a whole number from 0 to 65535.\n');
    expect(relay.out()).toBe('');
  });

  it('on a port that is taken says so', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => {
      server.close();
    });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const relay = aProcess({ RELAY_DATA_DIR: aDataDir(), RELAY_PORT: String(port) });
    expect(await relay.ended).toBe(1);
    expect(relay.err()).toMatch(/^RELAY_PORT .*Another program listens there/);
  });

  it('in a folder that is a file says so', async () => {
    const file = join(aDataDir(), 'file');
    writeFileSync(file, '');
    const relay = aProcess({ RELAY_DATA_DIR: file });
    expect(await relay.ended).toBe(1);
    expect(relay.err()).toContain(`RELAY_DATA_DIR ${file}`);
  });

  it('on a store of a newer relay leaves it alone', async () => {
    const dataDir = aDataDir();
    const db = new Database(join(dataDir, 'relay.db'));
    db.exec('PRAGMA user_version = 99');
    db.close();
    const relay = aProcess({ RELAY_DATA_DIR: dataDir });
    expect(await relay.ended).toBe(1);
    expect(relay.err()).toContain('written by a newer relay (version 99)');
  });
});

describe('the command line', () => {
  it('pairs a caja and takes its token away while the relay runs', async () => {
    const dataDir = aDataDir();
    const relay = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url } = await relay.ready;
    const command = async (...args: string[]) => {
      const run = aProcess({ RELAY_DATA_DIR: dataDir, RELAY_PUBLIC_URL: url }, { args });
      return { code: await run.ended, out: run.out(), err: run.err() };
    };
    const paired = await command('pair', 'CAJA01');
    expect(paired.code).toBe(0);
    const pairing = parsePairing(paired.out);
    expect(pairing?.url).toBe(url);
    const stream = await aStream(url, pairing?.token ?? '');
    expect(await command('list')).toMatchObject({ code: 0, out: 'CAJA01\tpaired\n' });
    expect(await command('revoke', 'CAJA01')).toMatchObject({ code: 0 });
    await until(() => stream.ended());
    expect(stream.named('bye')[0]?.data).toContain('revoked');
    expect(await command('revoke', 'CAJA01')).toMatchObject({ code: 1 });
  });

  it('explains itself when it does not understand', async () => {
    const run = aProcess({ RELAY_DATA_DIR: aDataDir() }, { args: ['pair'] });
    expect(await run.ended).toBe(2);
    expect(run.err()).toMatch(/^Usage:/);
  });
});

describe('the log', () => {
  it('has one line for each request, and none of the secrets', async () => {
    const dataDir = aDataDir();
    const env = { RELAY_DATA_DIR: dataDir, RELAY_LOG_LEVEL: 'debug', RELAY_SIGNATURE_SECRETS: 'TEST-token-signature' };
    const relay = aProcess(env);
    const { url } = await relay.ready;
    const caja = await mint(url);
    const signature = `ts=1,v1=${'f'.repeat(64)}`;
    await notify(caja.notificationUrl, closedOrder('1'));
    await notify(caja.notificationUrl, closedOrder('1'), { 'x-signature': signature });
    await notify(caja.notificationUrl, 'x'.repeat(70_000));
    await notify(`${caja.notificationUrl}/more`, closedOrder('1'));
    await fetch(`${url}/v1/me?token=${caja.token}`, { headers: { authorization: `Bearer ${caja.token}` } });
    await fetch(`${url}/nowhere/${caja.token}?${caja.token}`);
    const stream = await aStream(url, caja.token);
    stream.cut();
    await fetch(`${url}/v1/events?wait=x`, { headers: { authorization: `Bearer ${caja.token}` } });
    await until(() => requests().length === 9);
    relay.child.kill('SIGTERM');
    await relay.ended;

    function requests(): Record<string, unknown>[] {
      return relay
        .out()
        .split('\n')
        .filter((line) => line.includes('"msg":"request"'))
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    }
    expect(requests().map(({ status }) => status)).toEqual(expect.arrayContaining([200, 201, 400, 401, 404, 413]));
    expect(requests()).toContainEqual(
      expect.objectContaining({ path: '/hooks/mp/CAJA01/[secret]', hook: 'recorded', caja: 'CAJA01', resource: '1' }),
    );
    const capability = new URL(caja.notificationUrl).pathname.split('/').at(-1) ?? '';
    const secrets = [
      caja.token,
      capability,
      adminToken,
      signature,
      'f'.repeat(64),
      'TEST-token-signature',
      readFileSync(join(dataDir, 'hook-secret'), 'utf8'),
    ];
    for (const secret of secrets) expect(relay.out() + relay.err()).not.toContain(secret);
  });
});
