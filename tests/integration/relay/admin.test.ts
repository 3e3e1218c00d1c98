import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mintedCajaSchema, parsePairing, relayIdentitySchema } from '../../../shared/relay-protocol';
import { adminToken, aDataDir, aRelay, closedOrder, notify } from './a-relay';
import { aStream, until } from './a-stream';

function admin(
  url: string,
  method: string,
  path: string,
  body?: object | string,
  token = adminToken,
): Promise<Response> {
  return fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

const mint = async (url: string, caja = 'CAJA01') =>
  mintedCajaSchema.parse(await (await admin(url, 'POST', '/v1/cajas', { caja })).json());

const me = (url: string, token: string) => fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });

describe('the administrator', () => {
  it('mints a caja whose pairing code tells the till all that it needs', async () => {
    const relay = await aRelay();
    const minted = await mint(relay.url);
    expect(parsePairing(minted.pairing)).toEqual({ url: relay.url, token: minted.token });
    const identity = relayIdentitySchema.parse(await (await me(relay.url, minted.token)).json());
    expect(identity).toEqual({ caja: 'CAJA01', notificationUrl: minted.notificationUrl });
    expect((await notify(identity.notificationUrl, closedOrder('1'))).status).toBe(200);
  });

  it('uses the public address, also when it has a path of its own', async () => {
    const relay = await aRelay({ publicUrl: 'https://example.com/relay' });
    const minted = await mint(relay.url);
    expect(minted.pairing).toBe(`https://example.com/relay#${minted.token}`);
    expect(minted.notificationUrl).toMatch(/^https:\/\/example\.com\/relay\/hooks\/mp\/CAJA01\/[A-Za-z0-9_-]{43}$/);
  });

  it('mints a caja again: a new token, the same notification address, and the old till is let go', async () => {
    const relay = await aRelay();
    const first = await mint(relay.url);
    const stream = await aStream(relay.url, first.token);
    const second = await mint(relay.url);
    expect(second.notificationUrl).toBe(first.notificationUrl);
    expect((await me(relay.url, first.token)).status).toBe(401);
    expect((await me(relay.url, second.token)).status).toBe(200);
    await until(() => stream.ended());
  });

  it('takes a token away; what comes meanwhile waits for the next till of that caja', async () => {
    const relay = await aRelay();
    const first = await mint(relay.url);
    const cursor = `${relay.store.epoch}.0`;
    expect((await admin(relay.url, 'DELETE', '/v1/cajas/CAJA01/token')).status).toBe(204);
    expect((await admin(relay.url, 'DELETE', '/v1/cajas/CAJA01/token')).status).toBe(404);
    expect((await me(relay.url, first.token)).status).toBe(401);
    expect((await notify(first.notificationUrl, closedOrder('1'))).status).toBe(200);
    const second = await mint(relay.url);
    const stream = await aStream(relay.url, second.token, cursor);
    expect(stream.messages.map(({ event }) => event)).toContain('hello');
    expect(relay.store.read('CAJA01', 0, 10)).toHaveLength(1);
  });

  it('changes a notification address; the one before is good for a day more', async () => {
    let now = Date.parse('2026-11-20T12:00:00Z');
    const relay = await aRelay({ now: () => now });
    const { notificationUrl, token } = await mint(relay.url);
    const rotated = (await (await admin(relay.url, 'POST', '/v1/cajas/CAJA01/rotate-hook')).json()) as object;
    const identity = relayIdentitySchema.parse(await (await me(relay.url, token)).json());
    expect(rotated).toEqual(identity);
    expect(identity.notificationUrl).not.toBe(notificationUrl);
    expect((await notify(notificationUrl, closedOrder('1'))).status).toBe(200);
    now += 25 * 3600_000;
    expect((await notify(notificationUrl, closedOrder('2'))).status).toBe(404);
    expect((await notify(identity.notificationUrl, closedOrder('3'))).status).toBe(200);
    expect((await admin(relay.url, 'POST', '/v1/cajas/NOBODY/rotate-hook')).status).toBe(404);
  });

  it('sees how far each till has come', async () => {
    const relay = await aRelay();
    const { token, notificationUrl } = await mint(relay.url);
    await mint(relay.url, 'CAJA02');
    await notify(notificationUrl, closedOrder('1'));
    const ack = (seq: unknown) =>
      fetch(`${relay.url}/v1/ack`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ seq }),
      });
    expect((await ack(1)).status).toBe(204);
    expect((await ack(0)).status).toBe(204);
    expect((await ack(10 ** 9)).status).toBe(204);
    expect((await ack(-1)).status).toBe(400);
    expect((await ack('1')).status).toBe(400);
    expect(await (await admin(relay.url, 'GET', '/v1/cajas')).json()).toEqual({
      cajas: [
        { caja: 'CAJA01', paired: true, acked: 1, head: 1, inUseOn: null },
        { caja: 'CAJA02', paired: true, acked: null, head: 0, inUseOn: null },
      ],
    });
  });

  it.each([[{ caja: '' }], [{ caja: '../x' }], [{ caja: 'x'.repeat(65) }], [{}], ['nonsense'], ['[]']])(
    'cannot mint %j',
    async (body) => {
      const relay = await aRelay();
      expect((await admin(relay.url, 'POST', '/v1/cajas', body)).status).toBe(400);
      expect(relay.store.cajas()).toEqual([]);
    },
  );

  it('is nobody without the token, and nobody at all when none is configured', async () => {
    const relay = await aRelay();
    expect((await admin(relay.url, 'POST', '/v1/cajas', { caja: 'X' }, 'TEST-token-somebody-else')).status).toBe(401);
    expect((await fetch(`${relay.url}/v1/cajas`)).status).toBe(401);
    const closed = await aRelay({ adminToken: null });
    expect((await admin(closed.url, 'POST', '/v1/cajas', { caja: 'X' })).status).toBe(404);
  });
});

describe('pairings', () => {
  it('and notification addresses survive a restart', async () => {
    const dataDir = aDataDir();
    const publicUrl = 'https://relay.example.com';
    const first = await aRelay({ dataDir, publicUrl });
    const { token, notificationUrl } = await mint(first.url);
    await first.close();
    const second = await aRelay({ dataDir, publicUrl });
    expect(await (await me(second.url, token)).json()).toEqual({ caja: 'CAJA01', notificationUrl });
  });

  it('are kept without the token itself', async () => {
    const dataDir = aDataDir();
    const relay = await aRelay({ dataDir });
    const { token } = await mint(relay.url);
    await relay.close();
    const kept = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'latin1'));
    expect(kept.join('')).not.toContain(token);
    expect(kept.join('')).toContain('CAJA01');
  });
});
