import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until';
import { aProcess, buildRelay } from './a-process';
import { aDataDir, closedOrder, notify } from './a-relay';
import { aSmallDisk } from './a-small-disk';
import { aStream } from './a-stream';
import { kept } from './kept';
import { administer, mint } from './mint';

beforeAll(buildRelay);

const padded = (id: string) => ({ ...closedOrder(id), padding: 'x'.repeat(8000) });
const ready = async (url: string) => (await fetch(`${url}/readyz`)).status;

/** Sends notices until one is refused. Gives the ids of those that were answered 200, and the refusal. */
async function sendUntilRefused(...hooks: readonly string[]) {
  const answered: string[] = [];
  for (let n = 0; n < 1000; n += 1) {
    const response = await notify(hooks[n % hooks.length] ?? '', padded(`o${n}`));
    if (response.status !== 200) return { answered, refusal: response };
    answered.push(`o${n}`);
  }
  throw new Error('nothing was refused');
}

describe('a relay whose disk is full', { timeout: 60_000 }, () => {
  it('has Mercado Pago come again, goes on with its tills, and takes notices as soon as there is room', async (test) => {
    const disk = aSmallDisk(4);
    if (typeof disk === 'string') {
      test.skip(`a relay whose disk is full: ${disk}`);
      return;
    }
    const relay = aProcess({ RELAY_DATA_DIR: disk.dir }, { breakable: { heartbeatMs: 200 } });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const stream = await aStream(url, caja.token);
    await notify(caja.notificationUrl, closedOrder('before'));
    expect(await ready(url)).toBe(200);

    disk.fill();
    const { answered, refusal } = await sendUntilRefused(caja.notificationUrl);
    expect(refusal.status).toBe(503);
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await ready(url)).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const pings = stream.named('ping').length;
    await until('the stream still beats', () => stream.named('ping').length > pings + 2);
    expect(stream.ended()).toBe(false);
    const another = await aStream(url, caja.token, `${new URL(url).port.padStart(8, '0')}.0`);
    await until('what is kept can still be read', () => another.news().length === answered.length + 1);
    expect((await notify(caja.notificationUrl, padded('again'), { 'x-request-id': 'a' })).status).toBe(503);

    disk.free();
    expect((await notify(caja.notificationUrl, padded('again'), { 'x-request-id': 'a' })).status).toBe(200);
    await until('it says that it is ready', async () => (await ready(url)) === 200);
    await until('the till was told', () => stream.news().some(({ resourceId }) => resourceId === 'again'));
    relay.child.kill('SIGKILL');
    await relay.ended;
    expect(kept(disk.dir).map(({ resource_id }) => resource_id)).toEqual(['before', ...answered, 'again']);
  });

  it('by its own limit does the same, and goes on when a caja was removed', async () => {
    const dataDir = aDataDir();
    const relay = aProcess({ RELAY_DATA_DIR: dataDir, RELAY_MOST_MEGABYTES: '1' }, { breakable: { heartbeatMs: 200 } });
    const { url } = await relay.ready;
    const [caja, second, other] = [await mint(url), await mint(url, 'CAJA02'), await mint(url, 'CAJA03')];
    const stream = await aStream(url, other.token);
    // Two, because one alone meets its own share before the file is full.
    const { answered, refusal } = await sendUntilRefused(caja.notificationUrl, second.notificationUrl);
    expect(answered.length).toBeGreaterThan(20);
    expect(refusal.status).toBe(503);
    expect(await ready(url)).toBe(503);
    const pings = stream.named('ping').length;
    await until('the stream still beats', () => stream.named('ping').length > pings + 5);
    // Nothing was tried for a while, so this is not only the memory of the last failure.
    expect(await ready(url)).toBe(503);
    expect(kept(dataDir).map(({ resource_id }) => resource_id)).toEqual(answered);

    expect((await administer(url, 'DELETE', '/v1/cajas/CAJA01')).status).toBe(204);
    expect((await notify(other.notificationUrl, padded('after'))).status).toBe(200);
    await until('the till was told', () => stream.news().length === 1);
    expect(await ready(url)).toBe(200);
  });
});
