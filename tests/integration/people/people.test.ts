import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../shared/people/audit';
import type { Operator } from '../../../shared/people/people';
import { minor } from '../../../shared/money';
import { aDraft } from '../../support/builders';
import { openCounter, POS, TOKEN, type Counter, type CounterOptions } from '../../support/faults/a-counter';
import { filesBelow } from '../../support/e2e/canaries';
import { until } from '../../support/until';

const LUIS = '7391';
const ANA = '2580';
const nobody = '4826';

/** A counter with a manager, who is at the till, and a cashier. */
async function staffed(options: CounterOptions = {}) {
  const counter = await openCounter(options);
  const luis = await created(counter, 'Luis', 'manager', LUIS);
  const ana = await created(counter, 'Ana', 'cashier', ANA);
  return { counter, luis, ana };
}

async function created(counter: Counter, name: string, role: Operator['role'], pin: string): Promise<Operator> {
  const reply = await counter.request('people.create', { name, role, pin });
  if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
  return reply.value;
}

const signIn = (counter: Counter, pin: string) => counter.request('people.signIn', { pin });
const people = async (counter: Counter) => (await counter.snapshot()).people;
const refused = (code: string) => ({ ok: false, error: { code } });

async function log(counter: Counter): Promise<readonly AuditEntry[]> {
  const reply = await counter.request('people.log', { before: null, limit: 200, approval: { pin: LUIS } });
  if (!reply.ok) throw new Error(`no log: ${reply.error.code}`);
  return [...reply.value].reverse();
}

/** A sale of 150,00 that was paid by one payment. */
async function sold(counter: Counter) {
  const checkoutId = await counter.waiting(15_000);
  const payment = counter.control.pay(counter.control.scanOrder(POS));
  await counter.reaches(checkoutId, 'paid');
  await counter.tickets(1);
  return { checkoutId, paymentId: String(payment.id) };
}

const refundOf = (sale: { readonly checkoutId: string; readonly paymentId: string }) => ({
  refundId: randomUUID(),
  ...sale,
  amount: minor(15_000),
  by: 'cualquiera',
  note: 'Devolvió la compra',
});

describe('the first person', () => {
  it('must be a manager, and is at the till at once', async () => {
    const counter = await openCounter();
    const ana = { name: 'Ana', role: 'cashier', pin: ANA } as const;
    expect(await counter.request('people.create', ana)).toMatchObject(refused('managerNeeded'));
    const luis = await created(counter, 'Luis', 'manager', LUIS);
    expect(await people(counter)).toMatchObject({ operators: [luis], current: luis });
  });

  it('needs an account, whose owner can come in when every PIN is forgotten', async () => {
    const counter = await openCounter();
    counter.till.settings.update({ account: null });
    const luis = { name: 'Luis', role: 'manager', pin: LUIS } as const;
    expect(await counter.request('people.create', luis)).toMatchObject(refused('notConfigured'));
  });

  it('is the only one who may go last', async () => {
    const { counter, luis, ana } = await staffed();
    expect(await counter.request('people.remove', { id: luis.id })).toMatchObject(refused('managerNeeded'));
    const asCashier = { ...luis, role: 'cashier', pin: null } as const;
    expect(await counter.request('people.change', asCashier)).toMatchObject(refused('managerNeeded'));
    expect(await counter.request('people.remove', { id: ana.id })).toMatchObject({ ok: true });
    expect(await counter.request('people.remove', { id: luis.id })).toMatchObject({ ok: true });
    expect(await people(counter)).toMatchObject({ operators: [], current: null });
    expect(await counter.request('setup.listStores')).toMatchObject({ ok: true });
  });
});

describe('a person', () => {
  it('has a name and a PIN that nobody else has, and not one that anybody would try', async () => {
    const { counter } = await staffed();
    const create = (name: string, pin: string) => counter.request('people.create', { name, role: 'cashier', pin });
    expect(await create('ána', '9137')).toMatchObject(refused('operatorNameTaken'));
    expect(await create('Eva', ANA)).toMatchObject(refused('pinTaken'));
    expect(await create('Eva', '1234')).toMatchObject(refused('pinTooEasy'));
    expect(await create('Eva', '9137')).toMatchObject({ ok: true });
  });

  it('gets a new PIN from a manager, and the old one is nobody’s', async () => {
    const { counter, ana } = await staffed();
    expect(await counter.request('people.change', { ...ana, pin: '9137' })).toMatchObject({ ok: true });
    expect(await signIn(counter, ANA)).toMatchObject(refused('pinWrong'));
    expect(await signIn(counter, '9137')).toMatchObject({ ok: true });
  });

  it('is not made, changed or removed by a cashier', async () => {
    const { counter, luis } = await staffed();
    await signIn(counter, ANA);
    const eva = { name: 'Eva', role: 'manager', pin: '9137' } as const;
    expect(await counter.request('people.create', eva)).toMatchObject(refused('permissionNeeded'));
    expect(await counter.request('people.change', { ...luis, pin: '9137' })).toMatchObject(refused('permissionNeeded'));
    expect(await counter.request('people.remove', { id: luis.id })).toMatchObject(refused('permissionNeeded'));
    const settings = { lockAfterMinutes: null, cashierMay: [] };
    expect(await counter.request('people.saveSettings', settings)).toMatchObject(refused('permissionNeeded'));
  });
});

describe('a locked till', () => {
  it('begins nothing, prints nothing and decides nothing, and a charge in progress goes on', async () => {
    const { counter } = await staffed();
    await signIn(counter, ANA);
    const checkoutId = await counter.waiting(15_000);
    expect(await counter.request('people.lock')).toMatchObject({ ok: true });
    expect(await counter.request('checkout.cancel', { checkoutId })).toMatchObject(refused('signInNeeded'));
    const payment = counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(checkoutId, 'paid');
    await counter.tickets(1);
    expect(counter.printer.papers()[0]?.lines.join('\n')).toContain('Atendió Ana');

    const draft = aDraft(2_000);
    expect(await counter.request('checkout.start', { draft, expectedTotal: minor(2_000) })).toMatchObject(
      refused('signInNeeded'),
    );
    expect(await counter.request('ticket.reprint', { checkoutId })).toMatchObject(refused('signInNeeded'));
    const refund = { ...refundOf({ checkoutId, paymentId: String(payment.id) }), approval: { pin: LUIS } };
    expect(await counter.request('refund.request', refund)).toMatchObject(refused('signInNeeded'));
    expect(await counter.request('setup.listStores')).toMatchObject(refused('signInNeeded'));
  });

  it('keeps the sale that was being typed for whoever comes in', async () => {
    const { counter } = await staffed();
    const draft = aDraft(2_000);
    await counter.request('draft.save', draft);
    await counter.request('people.lock');
    await signIn(counter, ANA);
    expect(await counter.request('draft.load')).toEqual({ ok: true, value: draft });
  });

  it('is what a till is after a restart', async () => {
    const { counter } = await staffed();
    await counter.restart();
    expect((await people(counter)).current).toBeNull();
    await signIn(counter, ANA);
    expect((await people(counter)).current?.name).toBe('Ana');
  });
});

describe('wrong PINs', () => {
  it('keep the next one waiting, also a right one, and also over a restart', async () => {
    const { counter } = await staffed();
    await signIn(counter, ANA);
    for (let count = 0; count < 3; count++) expect(await signIn(counter, nobody)).toMatchObject(refused('pinWrong'));
    expect(await signIn(counter, LUIS)).toMatchObject(refused('pinWaits'));
    await counter.restart();
    expect(await signIn(counter, LUIS)).toMatchObject(refused('pinWaits'));
    expect((await people(counter)).pinWaitsUntil).not.toBeNull();
    counter.moveClock(16_000);
    expect(await signIn(counter, LUIS)).toMatchObject({ ok: true });
  });

  it('are not forgotten for a cashier’s own PIN in between', async () => {
    const { counter } = await staffed();
    for (const pin of [nobody, nobody, ANA, nobody]) await signIn(counter, pin);
    expect(await signIn(counter, ANA)).toMatchObject(refused('pinWaits'));
  });

  it('count where permission is asked too, and all at once are one after the other', async () => {
    const { counter } = await staffed();
    await signIn(counter, ANA);
    const sale = await sold(counter);
    const replies = await Promise.all(
      Array.from({ length: 8 }, () =>
        counter.request('refund.request', { ...refundOf(sale), approval: { pin: nobody } }),
      ),
    );
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code));
    expect(codes.filter((code) => code === 'pinWrong')).toHaveLength(3);
    expect(codes.filter((code) => code === 'pinWaits')).toHaveLength(5);
  });
});

describe('what needs a permission', () => {
  it('a refund goes on when a manager types their PIN, who decided it; the cashier stays', async () => {
    const { counter, ana } = await staffed();
    await signIn(counter, ANA);
    const sale = await sold(counter);
    const refund = refundOf(sale);
    expect(await counter.request('refund.request', refund)).toMatchObject(refused('permissionNeeded'));
    const ownPin = { ...refund, approval: { pin: ANA } };
    expect(await counter.request('refund.request', ownPin)).toMatchObject(refused('pinNotOfManager'));
    expect(await counter.request('refund.request', { ...refund, approval: { pin: LUIS } })).toMatchObject({ ok: true });
    await until('the slip', () => counter.printer.papers().length === 2);
    expect(counter.printer.papers()[1]?.lines.join('\n')).toContain('Luis');
    expect((await people(counter)).current).toEqual(ana);
    expect((await log(counter)).find(({ act }) => act === 'refundRequested')).toMatchObject({
      by: 'Ana',
      approvedBy: 'Luis',
      facts: { sale: 1, amount: 15_000, payment: sale.paymentId, note: 'Devolvió la compra' },
    });
  });

  it('a manager needs nobody, and no typed name changes who they are', async () => {
    const { counter } = await staffed();
    const sale = await sold(counter);
    expect(await counter.request('refund.request', refundOf(sale))).toMatchObject({ ok: true });
    expect((await log(counter)).find(({ act }) => act === 'refundRequested')).toMatchObject({
      by: 'Luis',
      approvedBy: null,
    });
  });

  it('the set-up is open to a cashier only between a manager’s PIN and the way out', async () => {
    const { counter } = await staffed();
    await signIn(counter, ANA);
    const charge = { expiresInMinutes: 7 };
    expect(await counter.request('setup.saveCharge', charge)).toMatchObject(refused('permissionNeeded'));
    expect(await counter.request('people.openSetup', {})).toMatchObject(refused('permissionNeeded'));
    expect(await counter.request('people.openSetup', { approval: { pin: LUIS } })).toMatchObject({ ok: true });
    expect(await counter.request('setup.saveCharge', charge)).toMatchObject({ ok: true });
    await counter.request('people.leaveSetup');
    expect(await counter.request('setup.saveCharge', charge)).toMatchObject(refused('permissionNeeded'));
    expect((await log(counter)).find(({ act }) => act === 'chargeChanged')).toMatchObject({
      by: 'Ana',
      approvedBy: 'Luis',
    });
  });

  it('a cashier takes no caja over, and opens no drawer, alone', async () => {
    const { counter } = await staffed();
    await signIn(counter, ANA);
    expect(await counter.request('lease.takeOver', {})).toMatchObject(refused('permissionNeeded'));
    expect(await counter.request('setup.openDrawer', {})).toMatchObject(refused('permissionNeeded'));
    expect(await counter.request('setup.openDrawer', { approval: { pin: LUIS } })).toMatchObject({ ok: true });
    expect((await log(counter)).find(({ act }) => act === 'drawerOpened')).toMatchObject({
      by: 'Ana',
      approvedBy: 'Luis',
    });
  });

  it('a manager may leave it to the cashiers', async () => {
    const { counter } = await staffed();
    await counter.request('people.saveSettings', { lockAfterMinutes: 5, cashierMay: ['refund'] });
    await signIn(counter, ANA);
    const sale = await sold(counter);
    expect(await counter.request('refund.request', refundOf(sale))).toMatchObject({ ok: true });
    const draft = aDraft(2_000);
    expect(await counter.request('draft.void', { draft })).toMatchObject(refused('permissionNeeded'));
  });
});

describe('the log', () => {
  it('has every act in order and without a gap, and shows itself to managers only', async () => {
    const { counter } = await staffed();
    await signIn(counter, ANA);
    const draft = aDraft(2_000, 500);
    await counter.request('draft.save', draft);
    expect(await counter.request('draft.void', { draft })).toMatchObject({ ok: true });
    expect(await counter.request('draft.load')).toEqual({ ok: true, value: null });
    await counter.request('people.lock');
    await signIn(counter, nobody);
    await signIn(counter, ANA);
    expect(await counter.request('people.log', { before: null, limit: 5 })).toMatchObject(refused('permissionNeeded'));
    const entries = await log(counter);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.map(({ act, by }) => [act, by])).toEqual([
      ['operatorCreated', 'Luis'],
      ['signedIn', 'Luis'],
      ['operatorCreated', 'Luis'],
      ['signedIn', 'Ana'],
      ['saleVoided', 'Ana'],
      ['locked', 'Ana'],
      ['pinRefused', null],
      ['signedIn', 'Ana'],
    ]);
    expect(entries[4]?.facts).toEqual({ amount: 2_500, note: 'Varios, Varios' });
  });

  it('is neither changed nor shortened, whoever tries it', async () => {
    const { counter } = await staffed();
    const db = new Database(join(counter.dataDir, 'caja-qr.db'));
    const row = "2, '2026-11-26T15:00:00.000Z', 'locked', 'X', NULL, '{}'";
    for (const sql of [
      "UPDATE audit_log SET by = 'X'",
      'DELETE FROM audit_log',
      `INSERT OR REPLACE INTO audit_log VALUES (${row})`,
      `INSERT INTO audit_log VALUES (9${row})`,
      "INSERT INTO audit_log (at, act, json) VALUES ('x', 'x', '{}')",
    ]) {
      expect(() => db.exec(sql), sql).toThrow(/the log/);
    }
    db.close();
    expect((await log(counter)).map(({ by }) => by)).toEqual(['Luis', 'Luis', 'Luis']);
  });

  it('keeps what is decided while nobody signs in, too', async () => {
    const counter = await openCounter();
    const sale = await sold(counter);
    await counter.request('refund.request', { ...refundOf(sale), by: 'Marta' });
    expect((await log(counter)).map(({ act, by }) => [act, by])).toEqual([['refundRequested', 'Marta']]);
  });
});

describe('every PIN forgotten', () => {
  it('the holder of the account’s token gives a manager a new one, past any wait', async () => {
    const { counter, luis, ana } = await staffed();
    await counter.request('people.lock');
    for (let count = 0; count < 3; count++) await signIn(counter, nobody);
    const recover = (token: string, id: string) => counter.request('people.recover', { token, id, pin: '9137' });
    expect(await recover('TEST-token-of-nobody', luis.id)).toMatchObject(refused('ownerNotProven'));
    expect(await recover(TOKEN, ana.id)).toMatchObject(refused('nothingToDo'));
    expect(await recover(TOKEN, luis.id)).toMatchObject({ ok: true });
    expect((await people(counter)).current).toEqual(luis);
    await counter.request('people.lock');
    expect(await signIn(counter, LUIS)).toMatchObject(refused('pinWrong'));
    expect(await signIn(counter, '9137')).toMatchObject({ ok: true });
    const reply = await counter.request('people.log', { before: null, limit: 200 });
    expect(reply.ok && reply.value.some(({ act, facts }) => act === 'pinRecovered' && facts.note === 'Luis')).toBe(
      true,
    );
  });
});

describe('PINs', () => {
  it('are in no file, no snapshot and no answer', async () => {
    const { counter } = await staffed({ logToFile: true });
    const pin = '40718263';
    await created(counter, 'Eva', 'manager', pin);
    await signIn(counter, '40718264');
    await signIn(counter, pin);
    const entries = await log(counter).catch(() => []);
    expect(JSON.stringify([await counter.snapshot(), entries])).not.toMatch(/4071826/);
    for (const file of filesBelow(counter.dataDir)) {
      expect(readFileSync(file).toString('latin1'), file).not.toMatch(/4071826/);
    }
  });
});
