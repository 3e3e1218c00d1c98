import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { relayIdentitySchema } from '../../../shared/relay-protocol';
import { until } from '../../support/until';
import { aProcess, buildRelay } from './a-process';
import { aDataDir, aRelay, closedOrder, notify } from './a-relay';
import { aTill } from './a-till';
import { administer, at, mint } from './mint';

beforeAll(buildRelay);

const dayMs = 24 * 3600_000;
const status = async (url: string, id: string) => (await notify(url, closedOrder(id))).status;
const addressOf = async (url: string, token: string) => {
  const response = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  return relayIdentitySchema.parse(await response.json()).notificationUrl;
};

describe('a notification address that is changed', { timeout: 60_000 }, () => {
  it('is told to the till that listens, and the one before is good for the orders in flight', async () => {
    const relay = aProcess({ RELAY_DATA_DIR: aDataDir() });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const addresses: string[] = [];
    const till = aTill({ url, token: caja.token }, { onAddress: (address) => addresses.push(address) });
    await until('the till knows its address', () => addresses.length === 1);
    expect(addresses).toEqual([caja.notificationUrl]);
    expect((await administer(url, 'POST', '/v1/cajas/CAJA01/rotate-hook')).status).toBe(200);
    await until('the till knows the new one', () => addresses.length === 2);
    expect(addresses[1]).toBe(await addressOf(url, caja.token));
    expect(await status(caja.notificationUrl, 'in-flight')).toBe(200);
    expect(await status(addresses[1] ?? '', 'new')).toBe(200);
    await until('the till was told of both', () => till.events.length === 2);
  });

  it('is told to a till that only polls, too', async () => {
    const relay = await aRelay();
    const caja = relay.pairings.mint('CAJA01');
    relay.pairings.rotateHook('CAJA01');
    const response = await fetch(`${relay.url}/v1/events?wait=0`, {
      headers: { authorization: `Bearer ${caja.token}` },
    });
    expect(await response.json()).toMatchObject({ notificationUrl: relay.pairings.notificationUrlOf('CAJA01') });
  });
});

describe('the secret of all notification addresses', { timeout: 60_000 }, () => {
  it('is changed while the relay runs: tills learn their address, the ones before are good for a day', async () => {
    const dataDir = aDataDir();
    const relay = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url } = await relay.ready;
    const cajas = [await mint(url), await mint(url, 'CAJA02')];
    const tills = cajas.map(({ token }) => {
      const addresses: string[] = [];
      aTill({ url, token }, { onAddress: (address) => addresses.push(address) });
      return addresses;
    });
    await until('the tills know their addresses', () => tills.every((addresses) => addresses.length === 1));

    const command = aProcess({ RELAY_DATA_DIR: dataDir, RELAY_PUBLIC_URL: url }, { args: ['rotate-secret'] });
    expect(await command.ended).toBe(0);
    await until('the tills know the new ones', () => tills.every((addresses) => addresses.length === 2));
    for (const [n, caja] of cajas.entries()) {
      const address = tills[n]?.[1] ?? '';
      expect(address).not.toBe(caja.notificationUrl);
      expect(await status(caja.notificationUrl, 'in-flight')).toBe(200);
      expect(await status(address, 'new')).toBe(200);
    }
    relay.child.kill('SIGKILL');
    await relay.ended;

    for (const [days, expected] of [
      [0, 200],
      [2, 404],
    ] as const) {
      const later = aProcess({ RELAY_DATA_DIR: dataDir }, { breakable: { clockOffsetMs: days * dayMs } });
      const { url: base } = await later.ready;
      expect(await status(at(cajas[0]?.notificationUrl ?? '', base), `after-${days}`)).toBe(expected);
      expect(await status(at(tills[0]?.[1] ?? '', base), `new-${days}`)).toBe(200);
      later.child.kill('SIGKILL');
      await later.ended;
    }
    const file = join(dataDir, 'hook-secret.previous');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain(readFileSync(join(dataDir, 'hook-secret'), 'utf8'));
  });

  it('by the environment needs the one before beside it, which is good for a day from then on', async () => {
    const dataDir = aDataDir();
    let clock = Date.parse('2026-11-20T12:00:00Z');
    const now = () => clock;
    const start = (hookSecret: string, previousHookSecret: string | null) =>
      aRelay({ dataDir, now, hookSecret, previousHookSecret });
    const first = await start('TEST-token-hooks-one', null);
    const before = first.pairings.mint('CAJA01').notificationUrl;
    await first.close();
    const second = await start('TEST-token-hooks-two', 'TEST-token-hooks-one');
    expect(second.pairings.notificationUrlOf('CAJA01')).not.toBe(before);
    expect(await status(at(before, second.url), '1')).toBe(200);
    await second.close();
    clock += 23 * 3600_000;
    // Starting again does not make its day begin again.
    const third = await start('TEST-token-hooks-two', 'TEST-token-hooks-one');
    expect(await status(at(before, third.url), '2')).toBe(200);
    clock += 2 * 3600_000;
    expect(await status(at(before, third.url), '3')).toBe(404);
    await third.close();
    const careless = await start('TEST-token-hooks-six', null);
    expect(await status(at(before, careless.url), '4')).toBe(404);
  });

  it('given by the environment is not changed by the command, which says what to do instead', async () => {
    const env = { RELAY_DATA_DIR: aDataDir(), RELAY_HOOK_SECRET: 'TEST-token-hooks-0000', RELAY_PORT: '8787' };
    const command = aProcess(env, { args: ['rotate-secret'] });
    expect(await command.ended).toBe(2);
    expect(command.err()).toContain('RELAY_HOOK_SECRET_PREVIOUS');
  });
});
