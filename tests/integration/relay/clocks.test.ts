import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/relay/clock';
import { openSqliteStore } from '../../../relay/sqlite-store';
import { until } from '../../support/until';
import { aProcess, buildRelay } from './a-process';
import { aDataDir, aRelay, closedOrder, notify } from './a-relay';
import { aStream } from './a-stream';
import { aTill } from './a-till';
import { mint } from './mint';

beforeAll(buildRelay);

const dayMs = 24 * 3600_000;

describe('a clock that is wrong by days', { timeout: 60_000 }, () => {
  it.each([-2, 2])('at the relay (%i) loses nothing and cuts nobody; the till knows by how much', async (days) => {
    const dataDir = aDataDir();
    const breakable = { clockOffsetMs: days * dayMs, heartbeatMs: 200 };
    const relay = aProcess({ RELAY_DATA_DIR: dataDir }, { breakable });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const till = aTill({ url, token: caja.token });
    await until('the till listens', () => till.status()?.state === 'connected');
    for (const id of ['1', '2', '3']) expect((await notify(caja.notificationUrl, closedOrder(id))).status).toBe(200);
    await until('the till was told', () => till.events.length === 3);
    const status = till.status();
    const skew = status?.state === 'connected' ? status.clockSkewMs : 0;
    expect(Math.abs(skew - days * dayMs)).toBeLessThan(60_000);
    relay.child.kill('SIGKILL');
    await relay.ended;

    // Set right again, the relay goes on where it was.
    const right = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url: base } = await right.ready;
    const stream = await aStream(base, caja.token, till.cursor()?.replace(/\.\d+$/, '.0'));
    await until('all is still there', () => stream.news().length === 3);
    expect(stream.named('gap')).toEqual([]);
  });

  it.each([-2, 2])('at the till (%i) changes nothing but what it says of the clocks', async (days) => {
    const relay = aProcess({ RELAY_DATA_DIR: aDataDir() });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const clock = { ...systemClock, now: () => Date.now() + days * dayMs };
    const till = aTill({ url, token: caja.token }, { clock });
    await until('the till listens', () => till.status()?.state === 'connected');
    await notify(caja.notificationUrl, closedOrder('71'));
    await until('the till was told', () => till.events.length === 1);
    const status = till.status();
    const skew = status?.state === 'connected' ? status.clockSkewMs : 0;
    expect(Math.abs(skew + days * dayMs)).toBeLessThan(60_000);
  });

  it('at the relay, behind by more than notices are kept, costs notices when it is set right, and says so', async () => {
    const dataDir = aDataDir();
    const relay = aProcess({ RELAY_DATA_DIR: dataDir }, { breakable: { clockOffsetMs: -5 * dayMs } });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const stream = await aStream(url, caja.token);
    for (const id of ['1', '2']) expect((await notify(caja.notificationUrl, closedOrder(id))).status).toBe(200);
    await until('the till was told', () => stream.news().length === 2);
    const cursor = stream.named('mp')[0]?.id;
    relay.child.kill('SIGKILL');
    await relay.ended;
    const right = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url: base } = await right.ready;
    // Whatever was dropped is not passed over in silence: the till looks at all its orders.
    await until(
      'what looked old was dropped',
      async () => (await aStream(base, caja.token, cursor)).named('gap').length === 1,
    );
  });

  it('that jumps while tills listen neither ends their streams nor lets a stuck one stay', async () => {
    let offset = 0;
    const relay = await aRelay({ now: () => Date.now() + offset, heartbeatMs: 100 });
    const caja = relay.pairings.mint('CAJA01');
    const stream = await aStream(relay.url, caja.token);
    for (const jump of [2 * dayMs, -2 * dayMs, 30 * dayMs]) {
      offset = jump;
      const beats = stream.named('ping').length;
      await until('the stream still beats', () => stream.named('ping').length > beats + 2);
      await notify(caja.notificationUrl, closedOrder(`j${jump}`));
      await until('the till was told', () => stream.news().at(-1)?.resourceId === `j${jump}`);
    }
    expect(stream.ended()).toBe(false);
  });

  it('and runs ahead for a while does not empty the log at a start', async () => {
    const dataDir = aDataDir();
    const store = openSqliteStore({ dataDir });
    await Promise.all(
      Array.from({ length: 5000 }, (_, n) =>
        store.append({
          caja: 'CAJA01',
          dedupeKey: `k${n}`,
          topic: 'merchant_order',
          rawTopic: 'merchant_order',
          resourceId: `o${n}`,
          action: null,
          status: 'closed',
          verified: false,
          deliver: true,
          receivedAt: Date.now(),
          body: '{}',
        }),
      ),
    );
    await store.close();
    const ahead = aProcess({ RELAY_DATA_DIR: dataDir }, { breakable: { clockOffsetMs: 365 * dayMs } });
    await ahead.ready;
    ahead.child.kill('SIGTERM');
    await ahead.ended;
    const after = openSqliteStore({ dataDir });
    const { oldest, head } = after.stateOf('CAJA01');
    await after.close();
    expect(head).toBe(5000);
    // A thousand, or a tenth of what there is, and not more in an hour.
    expect(oldest).toBeLessThanOrEqual(1001);
  });
});
