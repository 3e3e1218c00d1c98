import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../../simulator/options';
import { openCounter, POS } from '../../support/faults/a-counter';
import { until } from '../../support/until';
import { shiftsAt } from './a-shift';

const alone = { lookBackMs: 3_600_000, afterlooksMs: [] } as const;

async function openShift(simulator: SimulatorOptions = {}) {
  const counter = await openCounter({ simulator, rhythm: alone });
  const shop = shiftsAt(counter);
  await shop.open(0);
  const closeIt = async () => {
    await shop.count(0);
    expect(await shop.close()).toBeNull();
    return shop.newest();
  };
  return { counter, ...shop, closeIt };
}

describe('the QR money of a shift beside the list of Mercado Pago', () => {
  it('agrees after a day of sales, refunds and all, with commission and net', async () => {
    const { counter, sell, closeIt } = await openShift({ behaviour: { commissionBasisPoints: 100 } });
    await sell(10_000);
    const second = await sell(20_000);
    const { ledger } = await counter.reaches(second, 'paid');
    await counter.request('refund.request', {
      refundId: crypto.randomUUID(),
      checkoutId: second,
      paymentId: ledger.payments[0]?.id ?? '',
      amount: 5_000,
      by: 'Ana',
      note: 'Vino abierto',
    });
    await until('the refund', async () => {
      const state = (await counter.snapshot()).refunds[0]?.state;
      return state?.kind === 'approved' && state.booked;
    });
    expect((await closeIt()).reconciliation).toMatchObject({
      findings: [],
      payments: 2,
      received: 30_000,
      givenBack: 5_000,
      commission: 300,
      net: 29_700,
      untold: 0,
    });
  });

  it('names a payment that no sale knows, and leaves those of other programs aside', async () => {
    const { counter, sell, closeIt } = await openShift();
    await sell(10_000);
    const lost = await sell(12_000);
    const { attempt, ledger } = await counter.reaches(lost, 'paid');
    await counter.till.close();
    const db = new Database(join(counter.dataDir, 'caja-qr.db'));
    db.prepare('DELETE FROM checkout_steps WHERE checkout_id = ?').run(lost);
    db.prepare('UPDATE print_jobs SET checkout_id = NULL WHERE checkout_id = ?').run(lost);
    db.prepare('DELETE FROM checkouts WHERE id = ?').run(lost);
    db.close();
    counter.control.faults.add({ match: { path: '/v1/payments/search' }, fault: { kind: 'status', status: 500 } });
    await counter.restart();
    counter.control.faults.clear();
    expect(attempt.reference).toContain(POS);
    expect((await closeIt()).reconciliation).toMatchObject({
      findings: [{ kind: 'paymentWithoutSale', paymentId: ledger.payments[0]?.id, saleNumber: null, amount: 12_000 }],
      payments: 1,
    });
  });

  it('names a sale whose payment is not there, and amounts that are not the same', async () => {
    const { counter, sell, closeIt } = await openShift();
    const ids = [await sell(10_000), await sell(20_000), await sell(30_000)];
    const payments = await Promise.all(
      ids.map(async (id) => Number((await counter.reaches(id, 'paid')).ledger.payments[0]?.id)),
    );
    const [gone, less, reversed] = payments;
    counter.control.showPayment(gone ?? 0, { status: 'rejected' });
    counter.control.showPayment(less ?? 0, { transaction_amount: 199 });
    counter.control.showPayment(reversed ?? 0, { transaction_amount_refunded: 100 });
    expect((await closeIt()).reconciliation?.findings).toMatchObject([
      { kind: 'saleWithoutPayment', paymentId: String(gone), amount: 10_000 },
      { kind: 'amountDiffers', paymentId: String(less), ours: 20_000, theirs: 19_900 },
      { kind: 'refundDiffers', paymentId: String(reversed), ours: 0, theirs: 10_000 },
    ]);
  });

  it('closes without it when Mercado Pago can not be asked, says so on paper, and does it later', async () => {
    const { counter, sell, closeIt, newest } = await openShift();
    await sell(10_000);
    counter.control.faults.add({ match: { path: '/v1/payments' }, fault: { kind: 'status', status: 503 } });
    const closed = await closeIt();
    expect(closed.reconciliation).toBeNull();
    await until('the Z', () =>
      counter.printer.papers().some(({ lines }) => lines.join('\n').includes('Sin comparar con Mercado Pago')),
    );
    const { id } = closed.shift;
    expect(await counter.request('shift.reconcile', { shiftId: id })).toMatchObject({
      error: { code: 'mercadoPagoDown' },
    });
    await counter.restart();
    counter.control.faults.clear();
    expect(await counter.request('shift.reconcile', { shiftId: id })).toMatchObject({
      ok: true,
      value: { reconciliation: { findings: [], payments: 1, received: 10_000 } },
    });
    expect((await newest()).shift).toEqual(closed.shift);
  });

  it('finds a payment by its number when the list is behind', async () => {
    const { sell, closeIt } = await openShift({ behaviour: { paymentSearchLagMs: 3_600_000 } });
    await sell(10_000);
    expect((await closeIt()).reconciliation).toMatchObject({ findings: [], payments: 1 });
  });

  it('leaves to an earlier shift what was sold in it', async () => {
    const { sell, closeIt, open } = await openShift();
    await sell(10_000);
    await closeIt();
    await open(0);
    await sell(20_000);
    expect((await closeIt()).reconciliation).toMatchObject({ findings: [], payments: 1, received: 20_000 });
  });
});
