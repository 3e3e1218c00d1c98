import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../support/until';
import { aProcess, buildRelay } from './a-process';
import { aDataDir, closedOrder, notify } from './a-relay';
import { aStream } from './a-stream';
import { kept } from './kept';
import { mint } from './mint';

beforeAll(buildRelay);

function rssMiB(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

describe('a flood of retries', { timeout: 90_000 }, () => {
  it('of one caja is taken up to its share; another caja is served as ever, and the till is spared', async (test) => {
    const dataDir = aDataDir();
    const relay = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url } = await relay.ready;
    const pid = relay.child.pid ?? 0;
    const [flooded, quiet] = [await mint(url), await mint(url, 'CAJA02')];
    const [stream, other] = [await aStream(url, flooded.token), await aStream(url, quiet.token)];
    const before = rssMiB(pid);
    const startedAt = performance.now();
    const statuses = new Map<number, number>();
    const lanes = Array.from({ length: 25 }, async (_, lane) => {
      for (let n = 0; n < 80; n += 1) {
        const { status, headers } = await notify(flooded.notificationUrl, closedOrder('71'), {
          'x-request-id': `${lane}-${n}`,
        });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status !== 200) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
    });
    const beside = (async () => {
      for (let n = 0; n < 5; n += 1) {
        expect((await notify(quiet.notificationUrl, closedOrder(`q${n}`))).status).toBe(200);
      }
    })();
    await Promise.all([...lanes, beside]);
    const seconds = (performance.now() - startedAt) / 1000;

    const taken = statuses.get(200) ?? 0;
    expect([...statuses.keys()].sort()).toEqual([200, 429]);
    // What may come at once, what may come in each second, and what the clocks differ by.
    expect(taken).toBeGreaterThanOrEqual(1000);
    expect(taken).toBeLessThanOrEqual(1000 + 20 * seconds + 20);
    const rows = kept(dataDir);
    expect(rows.filter(({ resource_id }) => resource_id === '71')).toHaveLength(taken);
    await until('the other till was told all', () => other.news().length === 5);

    // The newest word always comes through, and the till looked a few times instead of a thousand.
    const newest = rows.filter(({ resource_id }) => resource_id === '71').at(-1)?.seq;
    await until('the till was told the newest', () => stream.news().at(-1)?.seq === newest);
    expect(stream.news().length).toBeLessThanOrEqual(2 * seconds + 4);
    expect(rssMiB(pid) - before).toBeLessThan(96);
    await test.annotate(
      `2000 notices in ${seconds.toFixed(1)} s: ${taken} kept, ${stream.news().length} told, ` +
        `${statuses.get(429) ?? 0} asked to come again, RSS +${(rssMiB(pid) - before).toFixed(1)} MiB`,
    );
  });

  it('that never finish their sentence takes up no more than a known number, and ends', async () => {
    const relay = aProcess({ RELAY_DATA_DIR: aDataDir() }, { breakable: { mostHooksInFlight: 20 } });
    const { url } = await relay.ready;
    const caja = await mint(url);
    const slow = Array.from({ length: 20 }, () => aSlowNotice(caja.notificationUrl));
    await until('one too many is asked to come again', async () => {
      const response = await notify(caja.notificationUrl, closedOrder('71'));
      return response.status === 503 && Number(response.headers.get('retry-after')) > 0;
    });
    // Strangers are refused all the same, and tills are served.
    expect((await notify(`${caja.notificationUrl}x`, closedOrder('71'))).status).toBe(404);
    const stream = await aStream(url, caja.token);
    expect(stream.named('hello')).toHaveLength(1);
    for (const cut of slow) cut();
    await until(
      'there is room again',
      async () => (await notify(caja.notificationUrl, closedOrder('72'))).status === 200,
    );
    await until('the till was told', () => stream.news().some(({ resourceId }) => resourceId === '72'));
  });
});

/** Announces a long body and sends its first byte. */
function aSlowNotice(url: string): () => void {
  const outgoing = request(url, { method: 'POST', agent: false, headers: { 'content-length': '60000' } });
  outgoing.on('error', () => undefined);
  outgoing.write('{');
  onTestFinished(() => {
    outgoing.destroy();
  });
  return () => {
    outgoing.destroy();
  };
}
