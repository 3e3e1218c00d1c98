import { afterEach, describe, expect, it } from 'vitest';
import { minor } from '../../../shared/money';
import { draftTotal } from '../../../shared/sale';
import { aDraft } from '../../support/builders';
import { POS } from '../../support/a-desk';
import { startCashDesk } from './a-cash-desk';

type Counter = Awaited<ReturnType<typeof startCashDesk>>;
let counter: Counter;
afterEach(() => counter.stop());

const decision = { by: 'Marina', note: 'Se equivocó de producto', at: '2026-11-26T12:00:00.000Z' };
const refundOf = (saleId: string, amount: number, lines: readonly number[] = []) => ({
  id: crypto.randomUUID(),
  saleId,
  amount: minor(amount),
  lines,
  decision,
});

describe('a sale that is paid over the counter', () => {
  it('is one transaction: the sale, its tender with change and rounding, and one paper that opens the drawer', async () => {
    counter = await startCashDesk();
    const draft = aDraft(340_150);
    expect(counter.offer(draft, 500_000)).toEqual({ ok: true, value: { saleId: draft.saleId } });
    expect(counter.tenders.ofSale(draft.saleId)).toMatchObject([
      { kind: 'cash', amount: 340_100, received: 500_000, changeDue: 159_900, rounding: -50, shiftId: null },
    ]);
    const [job] = counter.desk.printJobs.waiting();
    expect(job).toMatchObject({ kind: 'sale', cashSaleId: draft.saleId, drawer: true, copy: 0 });
    expect(counter.desk.printJobs.waiting()).toHaveLength(1);
  });

  it('is paid once, however often Enter is pressed', async () => {
    counter = await startCashDesk();
    const draft = aDraft(100_000);
    counter.offer(draft, 100_000);
    expect(counter.offer(draft, 200_000).ok).toBe(true);
    expect(counter.tenders.ofSale(draft.saleId)).toHaveLength(1);
    expect(counter.desk.printJobs.waiting()).toHaveLength(1);
    expect(counter.cash.snapshot().sale).toMatchObject({ received: 100_000, change: 0 });
  });

  it('takes no money for more under the name of a sale that is paid, on the screen or over', async () => {
    counter = await startCashDesk();
    const draft = aDraft(100_000);
    counter.offer(draft, 100_000);
    const more = { ...draft, lines: [...draft.lines, ...aDraft(55_000).lines] };
    expect(counter.offer(more, 155_000)).toEqual({ ok: false, error: { code: 'saleAlreadyPaid' } });
    counter.cash.finish(draft.saleId);
    expect(counter.offer(draft, 100_000)).toEqual({ ok: false, error: { code: 'saleAlreadyPaid' } });
    expect(counter.tenders.ofSale(draft.saleId)).toHaveLength(1);
  });

  it('needs no connection and no account', async () => {
    counter = await startCashDesk();
    counter.desk.setConnected(false);
    counter.desk.settings.update({ account: null, register: null });
    expect(counter.offer(aDraft(100_000), 100_000).ok).toBe(true);
  });

  it.for([
    [99_900, 'receivedTooLittle'],
    [9_000_000, 'receivedTooMuch'],
  ] as const)('is refused when %i is handed over', async ([received, code]) => {
    counter = await startCashDesk();
    const draft = aDraft(100_000);
    expect(counter.offer(draft, received)).toEqual({ ok: false, error: { code } });
    expect(counter.tenders.ofSale(draft.saleId)).toEqual([]);
    expect(counter.desk.printJobs.waiting()).toEqual([]);
  });

  it('can not be charged by QR after it, nor be taken while it is charged', async () => {
    counter = await startCashDesk();
    const draft = aDraft(100_000);
    counter.offer(draft, 100_000);
    expect(counter.desk.desk.start(draft, draftTotal(draft))).toMatchObject({
      error: { code: 'saleAlreadyPaid' },
    });
    const other = aDraft(200_000);
    expect(counter.desk.desk.start(other, draftTotal(other)).ok).toBe(true);
    expect(counter.offer(other, 200_000)).toMatchObject({ error: { code: 'chargeInProgress' } });
  });

  it('stays on the screen over a restart until it is put away', async () => {
    counter = await startCashDesk();
    const draft = aDraft(100_000);
    counter.offer(draft, 150_000);
    counter.restart();
    expect(counter.cash.snapshot().sale?.change).toBe(50_000);
    expect(counter.cash.finish(draft.saleId).ok).toBe(true);
    expect(counter.cash.snapshot().sale).toBeNull();
  });

  it('prints a copy that opens no drawer, and only when none is on its way', async () => {
    counter = await startCashDesk();
    const draft = aDraft(100_000);
    counter.offer(draft, 100_000);
    expect(counter.cash.reprint(draft.saleId, 'Ana').ok).toBe(false);
    const [original] = counter.desk.printJobs.waiting();
    counter.desk.printJobs.markSending(original?.id ?? '');
    counter.desk.printJobs.markEnded(original?.id ?? '', { kind: 'printed', confirmed: true });
    expect(counter.cash.snapshot().sale?.ticket.status).toBe('printed');
    expect(counter.cash.reprint(draft.saleId, 'Ana').ok).toBe(true);
    const [copy] = counter.desk.printJobs.waiting();
    expect(copy).toMatchObject({ copy: 1, ticket: { reprint: { by: 'Ana' } } });
    expect(copy?.drawer).toBeUndefined();
  });

  it('asks about a paper in doubt until somebody has seen it', async () => {
    counter = await startCashDesk();
    const draft = aDraft(100_000);
    counter.offer(draft, 100_000);
    const jobId = counter.desk.printJobs.waiting()[0]?.id ?? '';
    expect(counter.cash.ticketSeen(draft.saleId, jobId).ok).toBe(false);
    counter.desk.printJobs.markSending(jobId);
    counter.desk.printJobs.markEnded(jobId, { kind: 'unconfirmed', trouble: 'unplugged', bytesSent: 9 });
    expect(counter.cash.snapshot().sale?.ticket.status).toBe('unconfirmed');
    expect(counter.cash.ticketSeen(draft.saleId, jobId).ok).toBe(true);
    expect(counter.cash.snapshot().sale?.ticket.status).toBe('printed');
  });
});

describe('cash that goes back', () => {
  it('is a tender below zero with a slip, once, and never more than is left', async () => {
    counter = await startCashDesk();
    const draft = aDraft(100_000, 50_000);
    counter.offer(draft, 150_000);
    const wish = refundOf(draft.saleId, 50_000, [1]);
    expect(counter.cash.refund(wish).ok).toBe(true);
    expect(counter.cash.refund(wish).ok).toBe(true);
    expect(counter.tenders.cashLeftOf(draft.saleId)).toBe(100_000);
    expect(counter.cash.refundsOf(draft.saleId)).toMatchObject([{ amount: 50_000, lines: [1] }]);
    const slip = counter.desk.printJobs.waiting().at(-1);
    expect(slip).toMatchObject({ kind: 'refund', drawer: true, ticket: { payment: null, amount: 50_000 } });
    expect(slip?.ticket).toMatchObject({ lines: [{ total: 50_000 }] });

    expect(counter.cash.refund(refundOf(draft.saleId, 10_000, [1]))).toMatchObject({
      error: { code: 'lineCameBack' },
    });
    expect(counter.cash.refund(refundOf(draft.saleId, 100_001))).toMatchObject({ error: { code: 'refundTooLarge' } });
    expect(counter.cash.refund(refundOf(draft.saleId, 100_000)).ok).toBe(true);
    expect(counter.cash.refund(refundOf(draft.saleId, 1))).toMatchObject({ error: { code: 'refundTooLarge' } });
  });
});

describe('a sale that is paid partly in cash, the rest by QR', () => {
  it('books both when Mercado Pago has the rest, and nothing before', async () => {
    counter = await startCashDesk();
    const { desk, control } = counter.desk;
    const draft = aDraft(340_100);
    const started = desk.start(draft, draftTotal(draft), minor(100_000));
    if (!started.ok) throw new Error(started.error.code);
    const { checkoutId } = started.value;
    await counter.desk.reaches(checkoutId, 'awaitingPayment');
    expect(control.orderOn(POS)?.amount).toBe(2401);
    expect(counter.tenders.ofSale(draft.saleId)).toEqual([]);

    control.pay(control.scanOrder(POS));
    await counter.desk.reaches(checkoutId, 'paid');
    expect(counter.tenders.ofSale(draft.saleId)).toMatchObject([
      { kind: 'cash', amount: 100_000, received: 100_000, changeDue: 0 },
      { kind: 'qr', amount: 240_100, facts: { checkoutId } },
    ]);
    const [job] = counter.desk.printJobs.waiting();
    expect(job).toMatchObject({ drawer: true, ticket: { tenders: [{ kind: 'cash' }, { kind: 'qr' }] } });

    expect(counter.cash.refund(refundOf(draft.saleId, 100_000)).ok).toBe(true);
    expect(counter.cash.refund(refundOf(draft.saleId, 1)).ok).toBe(false);
  });

  it('books nothing when the QR part is cancelled, and says at the next start what lay on the counter', async () => {
    counter = await startCashDesk();
    const draft = aDraft(340_100);
    const started = counter.desk.desk.start(draft, draftTotal(draft), minor(100_000));
    if (!started.ok) throw new Error(started.error.code);
    const { checkoutId } = started.value;
    await counter.desk.reaches(checkoutId, 'awaitingPayment');
    counter.restart();
    expect(counter.desk.desk.interrupted()).toMatchObject([{ checkoutId, outcome: 'open', cash: 100_000 }]);
    await counter.desk.desk.cancel(checkoutId);
    await counter.desk.reaches(checkoutId, 'cancelled');
    expect(counter.tenders.ofSale(draft.saleId)).toEqual([]);
    expect(counter.offer(draft, 340_100).ok).toBe(true);
  });

  it('must leave something for the QR', async () => {
    counter = await startCashDesk();
    const draft = aDraft(340_100);
    expect(counter.desk.desk.start(draft, draftTotal(draft), minor(340_100))).toMatchObject({
      error: { code: 'receivedTooMuch' },
    });
  });
});
