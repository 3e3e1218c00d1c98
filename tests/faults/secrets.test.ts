import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ApiFaultRule } from '../../simulator/faults/fault-rules';
import { startRelay } from '../../relay/start-relay';
import { parsePairing } from '../../shared/relay-protocol';
import { aDataDir } from '../integration/relay/a-relay';
import { openCounter, POS, type Counter } from '../support/faults/a-counter';
import { until } from '../support/until';
import { describeFault } from './describe-fault';

const canary = 'TEST-token-canario-8f3c1d5e7a9b';

/** The secret as programs write one down. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  Buffer.from(secret).toString('hex'),
  encodeURIComponent(secret),
  // Where it begins decides how it looks: the middle is the same for one of three beginnings.
  ...[0, 1, 2].map((offset) =>
    Buffer.from('x'.repeat(offset) + secret)
      .toString('base64')
      .slice(4, -4),
  ),
];

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Files of the till in which the secret stands. */
const filesThatTell = (counter: Counter, secret: string): readonly string[] =>
  filesUnder(counter.dataDir).filter((file) => {
    const content = readFileSync(file);
    return formsOf(secret).some((form) => content.includes(form));
  });

const breakdowns: readonly ApiFaultRule['fault'][] = [
  { kind: 'status', status: 401, message: `invalid access token ${canary}` },
  { kind: 'status', status: 403, error: `forbidden: Bearer ${canary}` },
  { kind: 'status', status: 500 },
  { kind: 'html', status: 405 },
  { kind: 'garbage' },
  { kind: 'drop' },
];

describeFault('Q21', () => {
  it('a day of failures: no log, no file and no snapshot has the tokens, also when a server repeats them', async () => {
    const relay = await startRelay({ port: 0, dataDir: aDataDir() });
    const { pairing } = relay.pairings.mint(POS);
    const relayToken = parsePairing(pairing)?.token ?? '';
    const counter = await openCounter({ logToFile: true, pairing, simulator: { account: { accessToken: canary } } });
    for (const fault of breakdowns) {
      const id = await counter.waiting(15_000);
      const mend = counter.control.faults.add({ match: { path: 'merchant_orders' }, fault });
      await counter.verify(id);
      await until('the trouble to show', async () => (await counter.onScreen()).trouble);
      mend();
      counter.control.pay(counter.control.scanOrder(POS));
      await counter.reaches(id, 'paid', 15_000);
      await counter.finish(id);
    }
    // Whatever is written down comes by the log's own eyes, wherever it came from: here from a garbled window.
    for (const secret of [canary, relayToken]) await counter.ask(secret);
    await counter.restart();
    const shown = JSON.stringify(await counter.snapshot());
    const log = readFileSync(join(counter.dataDir, 'logs', 'caja-qr.log'), 'utf8');
    expect(log).toContain('mercadoPago.request');
    expect(log).toContain('ipc.unknownRequest');
    for (const secret of [canary, relayToken]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(filesThatTell(counter, secret)).toEqual([]);
      expect(shown).not.toContain(secret);
    }
    await relay.close();
  });

  it('settings that are saved again, and a masked value typed over it, leave the token as it was', async () => {
    const counter = await openCounter({ simulator: { account: { accessToken: canary } } });
    const { setup } = await counter.snapshot();
    if (!setup.business) throw new Error('no business');
    const business = { ...setup.business, footer: 'Hasta pronto' };
    const paper = { columns: 48, codePage: 'PC858' } as const;
    expect(await counter.request('ticketDesign.save', { business, logo: null, paper })).toMatchObject({ ok: true });
    expect(await counter.request('setup.saveCharge', setup.charge)).toMatchObject({ ok: true });
    expect(await counter.request('setup.choosePrinter', setup.printer)).toMatchObject({ ok: true });
    for (const masked of ['••••••••••••••••', '****************', `${canary.slice(0, 9)}…${canary.slice(-4)}`]) {
      const reply = await counter.request('setup.connectAccount', { token: masked });
      expect(reply).toMatchObject({ ok: false });
      expect(JSON.stringify(reply)).not.toContain(canary);
    }
    const id = await counter.waiting(15_000);
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    await counter.tickets(1);
  });
});
