import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createRegisterLease } from '../../../electron/lease/register-lease';
import type { LeaseElsewhere } from '../../../electron/lease/register-lease';
import { mayBeginCharge } from '../../../shared/lease';
import type { LeaseStatus } from '../../../shared/lease';
import { leaseAnswerSchema } from '../../../shared/relay-protocol';
import type { LeaseAnswer, LeaseRequest } from '../../../shared/relay-protocol';
import { until } from '../../support/until';
import { aProcess, buildRelay } from '../relay/a-process';
import { aDataDir, aRelay } from '../relay/a-relay';
import { aFreePort } from '../relay/a-scripted-relay';
import { mint } from '../relay/mint';
import { aComputer } from './a-computer';

beforeAll(buildRelay);

interface Caja {
  readonly url: string;
  readonly token: string;
}

const is = (state: LeaseStatus['state'], computer: { state(): string }) => () => computer.state() === state;

async function aCaja(options: Parameters<typeof aRelay>[0] = {}): Promise<Caja> {
  const relay = await aRelay(options);
  return { url: relay.url, token: relay.pairings.mint('CAJA01').token };
}

/** A computer that holds the caja and another that was told so. */
async function twoComputers(caja: Caja) {
  const first = aComputer('MOSTRADOR', caja);
  await until('the first has the caja', is('held', first));
  const second = aComputer('DEPOSITO', caja);
  await until('the second waits', is('elsewhere', second));
  return { first, second };
}

async function claim({ url, token }: Caja, request: Partial<LeaseRequest>): Promise<LeaseAnswer> {
  const response = await fetch(`${url}/v1/lease`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ holder: 'h'.repeat(16), run: 'r'.repeat(16), name: 'PC', claim: 'keep', ...request }),
  });
  return leaseAnswerSchema.parse(await response.json());
}

/** What outlives a restart of the program. */
function aMemory() {
  let kept: LeaseElsewhere | null = null;
  return {
    load: () => kept,
    save: (elsewhere: LeaseElsewhere | null) => {
      kept = elsewhere;
    },
  };
}

const anInstallation = (n: number) => `installation-${String(n).padStart(4, '0')}`;

describe('a caja', () => {
  it('belongs to the first computer that asks, and the second is told who has it', async () => {
    const { first, second } = await twoComputers(await aCaja());
    expect(second.lease.status()).toMatchObject({ holder: 'MOSTRADOR' });
    expect(mayBeginCharge(first.lease.status())).toBe(true);
    expect(mayBeginCharge(second.lease.status())).toBe(false);
  });

  it('belongs to exactly one of ten computers that ask at once', async () => {
    const caja = await aCaja();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => claim(caja, { holder: anInstallation(n), claim: 'begin' })),
    );
    expect(answers.filter(({ state }) => state === 'held')).toHaveLength(1);
    expect(new Set(answers.map(({ fence }) => fence))).toEqual(new Set([1]));
  });

  it('of one name is not the caja of another', async () => {
    const relay = await aRelay();
    const [one, two] = ['CAJA01', 'CAJA02'].map((name) => ({
      url: relay.url,
      token: relay.pairings.mint(name).token,
    }));
    for (const caja of [one, two])
      expect(await claim(caja ?? { url: '', token: '' }, {})).toMatchObject({ state: 'held' });
  });

  it('goes to the next computer when the one that had it is closed', async () => {
    const { first, second } = await twoComputers(await aCaja());
    await first.lease.stop();
    await until('the second has the caja', is('held', second));
  });

  it('goes to the next computer when the one that had it was not heard of for a while', async () => {
    const { first, second } = await twoComputers(await aCaja({ leaseTtlMs: 500 }));
    first.die();
    await until('the second has the caja', is('held', second));
    await until('the first does not know any more', is('unknown', first));
  });

  it('stays with its computer for as long as that is heard of', async () => {
    const { first, second } = await twoComputers(await aCaja({ leaseTtlMs: 600 }));
    const before = second.asked();
    await until('the second asked again and again', () => second.asked() >= before + 10);
    expect(first.statuses.map(({ state }) => state)).toEqual(['unknown', 'held']);
    expect(second.statuses.map(({ state }) => state)).toEqual(['unknown', 'elsewhere']);
  });

  it('that a manager takes over is here at once, and the other computer is told without asking', async () => {
    const caja = await aCaja();
    const seldom = { askMs: 600_000, leastMs: 600_000 };
    const first = aComputer('MOSTRADOR', caja, { timings: seldom });
    await until('the first has the caja', is('held', first));
    const second = aComputer('DEPOSITO', caja);
    await until('the second waits', is('elsewhere', second));
    expect(await second.lease.takeOver()).toEqual({ ok: true, value: undefined });
    expect(second.state()).toBe('held');
    await until('the first was told', is('elsewhere', first));
    expect(first.lease.status()).toMatchObject({ holder: 'DEPOSITO' });
    expect(first.asked()).toBe(2);
  });

  it('that was taken over is noticed at the next request where no stream comes through', async () => {
    const caja = await aCaja();
    const first = aComputer('MOSTRADOR', caja, { hears: false });
    await until('the first has the caja', is('held', first));
    expect(await claim(caja, { claim: 'takeOver' })).toMatchObject({ state: 'held', fence: 2 });
    await until('the first knows', is('elsewhere', first));
  });

  it('may be taken over to and fro, each time under a higher fence', async () => {
    const { first, second } = await twoComputers(await aCaja());
    for (let round = 0; round < 5; round += 1) {
      const [from, to] = round % 2 === 0 ? [first, second] : [second, first];
      await to.lease.takeOver();
      expect(to.state()).toBe('held');
      await until('the other was told', is('elsewhere', from));
    }
    expect([...first.faults, ...second.faults]).toEqual([]);
  });

  it('comes back at once to the computer that had it when its program starts again', async () => {
    const caja = await aCaja();
    const before = aComputer('MOSTRADOR', caja, { installation: anInstallation(1) });
    await until('it has the caja', is('held', before));
    before.die();
    const after = aComputer('MOSTRADOR', caja, { installation: anInstallation(1) });
    await until('it has the caja again', () => after.state() !== 'unknown');
    expect(after.statuses.map(({ state }) => state)).toEqual(['unknown', 'held']);
  });

  it('is not shared by two computers with one copied data folder, nor thrown to and fro between them', async () => {
    const caja = await aCaja();
    const original = aComputer('MOSTRADOR', caja, { installation: anInstallation(1) });
    await until('the original has the caja', is('held', original));
    const copy = aComputer('MOSTRADOR-2', caja, { installation: anInstallation(1) });
    await until('the copy has it', is('held', copy));
    await until('the original knows', is('elsewhere', original));
    const [askedOriginal, askedCopy] = [original.asked(), copy.asked()];
    await until('both asked again', () => original.asked() > askedOriginal + 5 && copy.asked() > askedCopy + 5);
    expect(copy.statuses.map(({ state }) => state)).toEqual(['unknown', 'held']);
    expect(await claim(caja, {})).toMatchObject({ state: 'elsewhere', fence: 2 });
  });

  it('is free for the next computer when the token of the one before was taken away', async () => {
    const relay = await aRelay();
    const before = aComputer('MOSTRADOR', { url: relay.url, token: relay.pairings.mint('CAJA01').token });
    await until('it has the caja', is('held', before));
    const after = aComputer('NUEVA', { url: relay.url, token: relay.pairings.mint('CAJA01').token });
    await until('the new one has it', () => after.state() !== 'unknown');
    expect(after.state()).toBe('held');
  });

  it.each([
    ['no holder', { holder: undefined }],
    ['a holder of nothing', { holder: '' }],
    ['a holder too long', { holder: 'x'.repeat(65) }],
    ['a name too long', { name: 'x'.repeat(61) }],
    ['no name', { name: '   ' }],
    ['a claim that is none', { claim: 'steal' }],
  ])('is not given for %s', async (_what, wrong) => {
    const caja = await aCaja();
    const good = { holder: 'h'.repeat(16), run: 'r'.repeat(16), name: 'PC', claim: 'begin' };
    const send = (body: object, token = caja.token) =>
      fetch(`${caja.url}/v1/lease`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await send({ ...good, ...wrong })).status).toBe(400);
    expect((await send(good, 'crt_wrong')).status).toBe(401);
    expect(await claim(caja, {})).toMatchObject({ state: 'held', fence: 1 });
  });
});

describe('a lease and a relay that is killed', () => {
  it('is still the same computer’s afterwards, and its fence never goes back', async () => {
    const dataDir = aDataDir();
    const port = String(await aFreePort());
    let caja: Caja | null = null;
    let fence = 0;
    for (let round = 0; round < 5; round += 1) {
      const relay = aProcess({ RELAY_DATA_DIR: dataDir, RELAY_PORT: port });
      const { url } = await relay.ready;
      caja ??= { url, token: (await mint(url)).token };
      const holder = anInstallation(round);
      if (round > 0) {
        // Nobody was heard since the start, and yet the computer of before has the caja.
        expect(await claim(caja, { holder, claim: 'begin' })).toMatchObject({ state: 'elsewhere', fence });
        expect(await claim(caja, { holder: anInstallation(round - 1) })).toMatchObject({ state: 'held', fence });
      }
      const answer = await claim(caja, { holder, claim: 'takeOver' });
      expect(answer).toMatchObject({ state: 'held', fence: fence + 1 });
      fence = answer.fence;
      relay.child.kill('SIGKILL');
      await relay.ended;
    }
  });
});

describe('a till whose relay', () => {
  it('cannot be reached sells on', async () => {
    const computer = aComputer('MOSTRADOR', { url: `http://127.0.0.1:${await aFreePort()}`, token: 'crt_x' });
    await until('it asked', () => computer.asked() > 3);
    expect(computer.statuses).toEqual([{ state: 'unknown' }]);
    expect(mayBeginCharge(computer.lease.status())).toBe(true);
  });

  it('went away after it had said elsewhere still knows that, also after a restart of the program', async () => {
    const relay = await aRelay();
    const token = relay.pairings.mint('CAJA01').token;
    const caja = { url: relay.url, token };
    const memory = aMemory();
    await claim(caja, { name: 'MOSTRADOR' });
    const before = aComputer('DEPOSITO', caja, { memory });
    await until('it was told', is('elsewhere', before));
    await relay.close();
    const asked = before.asked();
    await until('it asked in vain', () => before.asked() > asked + 3);
    expect(before.lease.status()).toMatchObject({ state: 'elsewhere', holder: 'MOSTRADOR' });
    await before.lease.stop();
    const after = aComputer('DEPOSITO', caja, { memory });
    await until('it asked in vain', () => after.asked() > 3);
    expect(after.statuses).toMatchObject([{ state: 'elsewhere', holder: 'MOSTRADOR' }]);
  });

  it('went away can still be told by a manager to sell, and tells the relay as soon as it is back', async () => {
    const dataDir = aDataDir();
    const port = await aFreePort();
    const relay = await aRelay({ dataDir, port });
    const token = relay.pairings.mint('CAJA01').token;
    const caja = { url: relay.url, token };
    const memory = aMemory();
    await claim(caja, { name: 'MOSTRADOR' });
    const computer = aComputer('DEPOSITO', caja, { memory });
    await until('it was told', is('elsewhere', computer));
    await relay.close();
    expect(await computer.lease.takeOver()).toEqual({ ok: true, value: undefined });
    expect(computer.lease.status()).toEqual({ state: 'unknown' });
    expect(memory.load()).toBeNull();
    await aRelay({ dataDir, port });
    await until('it has the caja', is('held', computer));
    expect(await claim(caja, {})).toMatchObject({ state: 'elsewhere', holder: 'DEPOSITO' });
  });

  it.each<[string, RequestListener]>([
    ['knows no leases', (_request, response) => response.writeHead(404).end('{"error":"notFound"}')],
    ['refuses its token', (_request, response) => response.writeHead(401).end('{}')],
    ['answers nonsense', (_request, response) => response.writeHead(200).end('<html>')],
    ['answers with something else', (_request, response) => response.writeHead(200).end('{"state":"yours"}')],
    ['sends it elsewhere', (_request, response) => response.writeHead(307, { location: '/elsewhere' }).end()],
    ['hangs up', (_request, response) => response.destroy()],
    ['never answers', () => undefined],
  ])('%s sells on, and does not ask all the time', async (_what, listener) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const timings = { answerMs: 100, askMs: 100, leastMs: 100, releaseMs: 100 };
    const computer = aComputer('MOSTRADOR', { url, token: 'TEST-token-caja' }, { hears: false, timings });
    const startedAt = performance.now();
    await until('it asked', () => computer.asked() >= 5);
    expect(performance.now() - startedAt).toBeGreaterThan(300);
    expect(computer.statuses).toEqual([{ state: 'unknown' }]);
    await computer.lease.stop();
  });

  it('says that a lease lasts no time at all is not asked all the time', async () => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.end(JSON.stringify({ state: 'held', since: '2026-11-23T12:00:00Z', fence: 1, ttlMs: 1 }));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => {
      server.close();
    });
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const timings = { askMs: 300, leastMs: 100 };
    aComputer('MOSTRADOR', { url, token: 'TEST-token-caja' }, { hears: false, timings });
    const startedAt = performance.now();
    await until('it asked', () => requests >= 4);
    expect(performance.now() - startedAt).toBeGreaterThan(250);
  });
});

describe('a till without a relay', () => {
  it('needs no lease', async () => {
    const statuses: LeaseStatus[] = [];
    const lease = createRegisterLease({
      relay: null,
      installation: anInstallation(1),
      onStatus: (status) => statuses.push(status),
    });
    lease.start();
    expect(await lease.takeOver()).toEqual({ ok: true, value: undefined });
    lease.look();
    await lease.stop();
    expect(statuses).toEqual([{ state: 'notNeeded' }]);
    expect(mayBeginCharge(lease.status())).toBe(true);
  });
});
