import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { openCounter, POS, type Counter } from '../../support/faults/a-counter';
import { until } from '../../support/until';
import { cash, shiftsAt } from './a-shift';

async function openShop() {
  const counter = await openCounter();
  return { counter, ...shiftsAt(counter) };
}

const papers = (counter: Counter, words: RegExp) =>
  counter.printer.papers().filter(({ lines }) => words.test(lines.join('\n')));
const paper = (counter: Counter, words: RegExp) =>
  until(`a paper with ${String(words)}`, () => papers(counter, words)[0]?.lines.join('\n'));

describe('a store that does not ask for shifts', () => {
  it('sells without one', async () => {
    const { sell, view } = await openShop();
    await sell(15_000);
    expect((await view()).open).toBeNull();
  });
});

describe('a store that asks for shifts', () => {
  it('sells nothing before one is open, and then everything', async () => {
    const { counter, open, sell } = await openShop();
    await counter.request('shift.require', { required: true });
    expect((await counter.snapshot()).shift).toEqual({ required: true, open: null });
    const refused = await counter.waiting(15_000).catch(String);
    expect(refused).toContain('shiftNeeded');
    expect(await open(500_000)).toBeNull();
    expect((await counter.snapshot()).shift.open).toMatchObject({ number: 1, openedBy: 'Ana' });
    await sell(15_000);
  });
});

describe('opening', () => {
  it('happens once, however often it is asked for', async () => {
    const { counter, open, view } = await openShop();
    const shiftId = crypto.randomUUID();
    expect(await open(500_000, shiftId)).toBeNull();
    expect(await open(500_000, shiftId)).toBeNull();
    expect(await open(100)).toBe('shiftAlreadyOpen');
    expect((await view()).open).toMatchObject({ id: shiftId, number: 1, opening: { float: 500_000, by: 'Ana' } });
    expect((await counter.snapshot()).operator).toBe('Ana');
  });

  it('takes only notes and coins of the country', async () => {
    const { counter, openOne } = await openShop();
    const count = { pieces: [{ kind: 'note' as const, value: 300, count: 1 }], other: 0 };
    const refused = await counter.request('shift.open', { shiftId: crypto.randomUUID(), count, by: 'Ana' });
    expect(refused).toMatchObject({ error: { code: 'cashCountInvalid' } });
    await expect(openOne()).rejects.toThrow();
  });
});

describe('the log', () => {
  it('has each cash movement and the close once, however often they are asked for, on disk with what they tell of', async () => {
    const { counter, open, move, count, close } = await openShop();
    const [shiftId, movementId] = [crypto.randomUUID(), crypto.randomUUID()];
    await open(500_000, shiftId);
    for (const time of ['once', 'twice']) expect(await move('out', 5_000, movementId), time).toBeNull();
    await count(495_000);
    for (const time of ['once', 'twice']) expect(await close('', shiftId), time).toBeNull();
    const reply = await counter.request('people.log', { before: null, limit: 50 });
    const acts = reply.ok ? reply.value.map(({ act }) => act) : [];
    expect(acts.filter((act) => act === 'cashMoved' || act === 'shiftClosed')).toEqual(['shiftClosed', 'cashMoved']);
  });
});

describe('an open shift', () => {
  it('is still open after a power cut, with everything in it and what was being counted', async () => {
    const { counter, open, move, sell, view } = await openShop();
    await open(500_000);
    await move('out', 100_000);
    await sell(15_000);
    const draft = { purpose: 'closing' as const, count: cash(12_300) };
    await counter.request('shift.saveCount', draft);
    const before = await view();
    await counter.restart();
    expect(await view()).toEqual(before);
    expect(before.draft).toEqual(draft);
    expect(before.open).toMatchObject({ qrSales: { count: 1, total: 15_000 }, movements: [{ amount: 100_000 }] });
  });

  it('moves cash once, however often it is asked for, and prints one slip that says why', async () => {
    const { counter, open, move, openOne } = await openShop();
    expect(await move('in', 20_000)).toBe('shiftNeeded');
    await open(0);
    const movementId = crypto.randomUUID();
    expect(await move('in', 20_000, movementId)).toBeNull();
    expect(await move('in', 20_000, movementId)).toBeNull();
    const slip = await paper(counter, /INGRESO DE EFECTIVO/);
    expect(slip).toMatch(/TOTAL.*\$ 200,00/);
    expect(slip).toContain('Motivo: Cambio');
    expect((await openOne()).movements).toHaveLength(1);
    await counter.request('shift.reprintMovement', { movementId });
    await paper(counter, /REIMPRESIÓN 1/);
    expect(papers(counter, /INGRESO DE EFECTIVO/)).toHaveLength(2);
  });

  it('prints how it stands, without what would spoil the count', async () => {
    const { counter, open, move, sell } = await openShop();
    await open(500_000);
    await move('out', 100_000);
    await sell(15_000);
    expect(await counter.request('shift.printX')).toMatchObject({ ok: true, value: { kind: 'printed' } });
    const x = await paper(counter, /PARCIAL X/);
    expect(x).toMatch(/Ventas con QR \(1\).*\$ 150,00/);
    expect(x).not.toMatch(/Esperado|4\.000,00/);
  });

  it('shows nobody what should be in the drawer before their count is confirmed', async () => {
    const { open, move, count, openOne } = await openShop();
    await open(500_000);
    await move('out', 123_400);
    expect(JSON.stringify(await openOne())).not.toContain('376600');
    expect((await openOne()).counted).toBeNull();
    await count(370_000);
    expect((await openOne()).counted).toMatchObject({ expected: 376_600, counted: 370_000, difference: -6_600 });
  });
});

describe('closing', () => {
  it('goes by a count that nothing has moved since, and asks for a word about a difference', async () => {
    const { open, move, count, close, newest } = await openShop();
    await open(500_000);
    expect(await close()).toBe('shiftCountNeeded');
    await count(400_000);
    await move('out', 50_000);
    expect(await close('Retiro')).toBe('shiftCountNeeded');
    await count(449_000);
    expect(await close()).toBe('shiftNoteNeeded');
    expect(await close('Faltan diez pesos de vuelto')).toBeNull();
    expect((await newest()).shift).toMatchObject({
      number: 1,
      counts: [{ counted: 400_000 }, { counted: 449_000 }],
      closing: {
        counted: 449_000,
        difference: -1_000,
        note: 'Faltan diez pesos de vuelto',
        figures: { expected: 450_000 },
      },
    });
  });

  it('refuses while a charge is open or waits for a person, and says which', async () => {
    const { counter, open, count, close, openOne } = await openShop();
    await open(0);
    await count(0);
    const id = await counter.waiting(15_000);
    const scan = counter.control.scanOrder(POS);
    expect(await close()).toBe('shiftUndecided');
    expect((await openOne()).undecided).toMatchObject([{ kind: 'charge', amount: 15_000 }]);
    await counter.cancel(id);
    await counter.reaches(id, 'cancelled');
    counter.control.pay(scan);
    await counter.reaches(id, 'needsAttention');
    await counter.finish(id);
    expect(await close()).toBe('shiftUndecided');
    expect((await openOne()).undecided).toMatchObject([{ kind: 'review', amount: 15_000 }]);
    await counter.request('review.dismiss', { checkoutId: id, by: 'Ana', note: 'Se lo llevó otro día' });
    expect(await close()).toBeNull();
  });

  it('happens once, also when it is asked for twice at once and again after a restart', async () => {
    const { counter, open, count, close, openOne, view } = await openShop();
    await open(1_000);
    await count(1_000);
    const { id } = await openOne();
    expect(await Promise.all([close('', id), close('', id)])).toEqual([null, null]);
    await paper(counter, /CIERRE Z 1/);
    await counter.restart();
    expect(await close('', id)).toBeNull();
    expect((await view()).closed).toHaveLength(1);
    expect(papers(counter, /CIERRE Z/)).toHaveLength(1);
  });

  it('freezes its figures, and numbers the next one after it', async () => {
    const { counter, open, count, close, sell, newest } = await openShop();
    await open(1_000);
    await sell(15_000);
    const second = await sell(5_000);
    const { ledger } = await counter.reaches(second, 'paid');
    const refundId = crypto.randomUUID();
    const paymentId = ledger.payments[0]?.id ?? '';
    const refund = { refundId, checkoutId: second, paymentId, amount: 2_000, by: 'Ana', note: 'Vino abierto' };
    await counter.request('refund.request', refund);
    await until('the refund', async () => (await counter.snapshot()).refunds[0]?.state.kind === 'approved');
    await count(1_000);
    expect(await close()).toBeNull();
    const z = await paper(counter, /CIERRE Z 1/);
    expect(z).toMatch(/Ventas con QR \(2\).*\$ 200,00/);
    expect(z).toMatch(/Devoluciones \(1\).*-\$ 20,00/);
    expect(z).toMatch(/DIFERENCIA.*\$ 0,00/);
    const frozen = (await newest()).shift;

    await open(2_000);
    await sell(7_000);
    await count(2_000);
    expect(await close()).toBeNull();
    const { closed } = await shiftsAt(counter).view();
    expect(closed.map(({ shift }) => shift.number)).toEqual([2, 1]);
    expect(closed[0]?.shift.closing.figures.qrSales).toEqual({ count: 1, total: 7_000 });
    expect(closed[1]?.shift).toEqual(frozen);
    await counter.request('shift.reprint', { shiftId: frozen.id });
    expect(await paper(counter, /REIMPRESIÓN 1/)).toContain('CIERRE Z 1');
  });

  it('leaves the shift open when the disk does not take all of it', async () => {
    const { counter, open, count, close, openOne } = await openShop();
    await open(1_000);
    await count(1_000);
    const db = new Database(join(counter.dataDir, 'caja-qr.db'));
    db.exec(`CREATE TRIGGER no_paper BEFORE INSERT ON print_jobs BEGIN SELECT RAISE(ABORT, 'no space'); END`);
    expect(await close()).toBe('diskProblem');
    expect((await openOne()).counted).toMatchObject({ counted: 1_000 });
    db.exec('DROP TRIGGER no_paper');
    db.close();
    expect(await close()).toBeNull();
  });
});
