import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MintedCaja } from '../../../shared/relay-protocol';
import { until } from '../../support/until';
import { aProcess, buildRelay } from './a-process';
import { aDataDir, closedOrder, notify } from './a-relay';
import { holdTheStore, kept } from './kept';
import { at, mint } from './mint';

beforeAll(buildRelay);

const repeated = (ids: readonly (string | null)[]) => ids.filter((id, n) => ids.indexOf(id) !== n);

// Each round starts processes; a busy machine takes its time over that.
describe('a relay that is killed', { timeout: 120_000 }, () => {
  it('between record and answer has the notice once, and says so when it comes again', async ({ annotate }) => {
    const dataDir = aDataDir();
    const rounds = 10;
    let caja: MintedCaja | null = null;
    let unanswered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const dying = aProcess({ RELAY_DATA_DIR: dataDir }, { breakable: { dieAfterCommits: 1 } });
      const dyingUrl = (await dying.ready).url;
      caja ??= await mint(dyingUrl);
      const hook = caja.notificationUrl;
      const ids = Array.from({ length: 5 }, (_, n) => `r${round}-${n}`);
      const send = (base: string) =>
        Promise.allSettled(ids.map((id) => notify(at(hook, base), closedOrder(id), { 'x-request-id': id })));
      const first = await send(dyingUrl);
      expect(await dying.ended).toBe('SIGKILL');
      expect(first.map(({ status }) => status)).toEqual(ids.map(() => 'rejected'));
      unanswered += kept(dataDir).length - round * ids.length;

      const living = aProcess({ RELAY_DATA_DIR: dataDir });
      const again = await send((await living.ready).url);
      const statuses = again.map((sent) => (sent.status === 'fulfilled' ? sent.value.status : 0));
      expect(statuses).toEqual(ids.map(() => 200));
      living.child.kill('SIGKILL');
      await living.ended;
      const rows = kept(dataDir).map(({ resource_id }) => resource_id);
      expect(ids.filter((id) => !rows.includes(id))).toEqual([]);
      expect(repeated(rows)).toEqual([]);
    }
    expect(unanswered).toBeGreaterThanOrEqual(rounds);
    await annotate(`${rounds} rounds, ${rounds * 5} notices, ${unanswered} recorded but unanswered, 0 lost, 0 doubled`);
  });

  it('before the commit has promised nothing and kept nothing', async () => {
    const dataDir = aDataDir();
    const dying = aProcess({ RELAY_DATA_DIR: dataDir });
    const { url } = await dying.ready;
    const caja = await mint(url);
    const letGo = holdTheStore(dataDir);
    const sent = notify(caja.notificationUrl, closedOrder('71'), { 'x-request-id': 'r' }).then(
      ({ status }) => status,
      () => 'broken',
    );
    // The relay is inside the commit once it does not even answer this any more.
    await until('the relay waits for the disk', async () => !(await answers(url)), 10_000);
    dying.child.kill('SIGKILL');
    await dying.ended;
    expect(await sent).toBe('broken');
    letGo();
    expect(kept(dataDir)).toEqual([]);

    const living = aProcess({ RELAY_DATA_DIR: dataDir });
    const again = at(caja.notificationUrl, (await living.ready).url);
    expect((await notify(again, closedOrder('71'), { 'x-request-id': 'r' })).status).toBe(200);
    expect(kept(dataDir)).toMatchObject([{ resource_id: '71', attempts: 1 }]);
  });

  it('at any moment of a storm loses and doubles nothing that it answered', async ({ annotate }) => {
    const dataDir = aDataDir();
    const rounds = 10;
    const answered = new Set<string>();
    const unanswered = new Set<string>();
    let caja: MintedCaja | null = null;
    for (let round = 0; round < rounds; round += 1) {
      const relay = aProcess({ RELAY_DATA_DIR: dataDir });
      const { url } = await relay.ready;
      caja ??= await mint(url);
      const hook = at(caja.notificationUrl, url);
      const deadline = answered.size + 20 + round * 17;
      const send = async (id: string) => {
        unanswered.add(id);
        const response = await notify(hook, closedOrder(id), { 'x-request-id': id });
        if (response.status !== 200) return;
        answered.add(id);
        unanswered.delete(id);
        if (answered.size === deadline) relay.child.kill('SIGKILL');
      };
      const retried = [...unanswered].map((id) => send(id));
      const storm = Array.from({ length: 16 }, async (_, lane) => {
        for (let n = 0; n < 50; n += 1) await send(`${round}-${lane}-${n}`);
      });
      await Promise.allSettled([...retried, ...storm]);
      expect(await relay.ended).toBe('SIGKILL');
    }
    const rows = kept(dataDir).map(({ resource_id }) => resource_id);
    expect([...answered].filter((id) => !rows.includes(id))).toEqual([]);
    expect(repeated(rows)).toEqual([]);
    await annotate(`${rounds} kills, ${answered.size} answered, ${rows.length} kept, 0 lost, 0 doubled`);
  });
});

/** Whether the process answers within a moment. */
function answers(url: string): Promise<boolean> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    const end = (did: boolean) => {
      clearTimeout(late);
      socket.destroy();
      resolve(did);
    };
    const late = setTimeout(() => {
      end(false);
    }, 150);
    socket.on('data', () => {
      end(true);
    });
    socket.on('error', () => {
      end(false);
    });
    socket.write('GET /healthz HTTP/1.1\r\nHost: relay\r\n\r\n');
  });
}
