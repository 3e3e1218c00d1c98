import { describe, expect, it } from 'vitest';
import type { Report } from '../../../shared/reports/report';
import type { Draft } from '../../../shared/sale';
import { aDraft } from '../../support/builders';
import { openCounter, POS, type Counter } from '../../support/faults/a-counter';
import { shiftsAt } from '../shift/a-shift';
import { aDayAt } from './a-day';

const localDay = (at = new Date()): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

async function reportOf(counter: Counter, days = { from: localDay(), to: localDay() }): Promise<Report> {
  const reply = await counter.request('reports.read', { days, visit: null });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.report;
}

const namedEach = (draft: Draft, names: readonly string[]): Draft => ({
  ...draft,
  lines: draft.lines.map((line, index) => ({ ...line, name: names[index] ?? line.name })),
});

const named = (name: string, draft: Draft): Draft =>
  namedEach(
    draft,
    draft.lines.map(() => name),
  );

describe('the report of a day', () => {
  it('agrees to the cent with the Z of the shift that was that day', async () => {
    const counter = await openCounter();
    const day = aDayAt(counter);
    const shift = shiftsAt(counter);
    await shift.open(500_000);
    const discounted: Draft = { ...aDraft(20_000, 10_000), discount: { kind: 'amount', amount: 1_500 } } as Draft;
    await day.byQr(aDraft(15_000));
    const refunded = await day.byQr(aDraft(40_000));
    await day.byQr(discounted);
    await day.byBoth(aDraft(30_000), 12_000);
    const inCash = aDraft(25_000);
    await day.inCash(inCash);
    await day.inCash(aDraft(7_000));
    await day.givenUp(aDraft(99_000));
    await day.cashBack(inCash, 5_000);
    await day.qrBack(refunded, 10_000);
    // Money of a sale that was given up, given back: in no sum of sales.
    const late = await counter.waiting(11_000);
    const order = counter.control.scanOrder(POS);
    await counter.cancel(late);
    await counter.reaches(late, 'cancelled');
    const payment = counter.control.pay(order);
    await counter.reaches(late, 'needsAttention');
    await day.qrBack({ checkoutId: late, paymentId: String(payment.id) }, 11_000);
    await counter.finish(late);
    await shift.count(500_000 + 25_000 + 7_000 + 12_000 - 5_000);
    expect(await shift.close()).toBeNull();

    const z = (await shift.newest()).shift.closing.figures;
    const report = await reportOf(counter);
    expect(report.cash).toEqual({ sales: z.cashSales, refunds: z.cashRefunds });
    expect(report.qr).toEqual({ sales: z.qrSales, refunds: z.qrRefunds });
    expect(report.returned).toEqual({ count: 1, total: 11_000 });
    expect(report.returned).toEqual(z.qrReturned);
    expect(report.received).toBe(z.cashSales.total + z.qrSales.total);
    expect(report.net).toBe(report.received - z.cashRefunds.total - z.qrRefunds.total);
    expect(report).toMatchObject({ sales: 6, gross: 147_000, discounts: 1_500, received: 145_500, net: 130_500 });
    expect(report.provider).toMatchObject({ shifts: [1], payments: 5 });
  });

  it('adds up by tender, hour, cashier and product', async () => {
    const counter = await openCounter();
    const day = aDayAt(counter);
    await day.byQr(named('Alfajor', aDraft(15_000, 15_000)));
    await day.byBoth(named('Alfajor', aDraft(30_000)), 12_000);
    await day.inCash({ ...named('Agua', aDraft(9_000)), discount: { kind: 'amount', amount: 1_000 } } as Draft);
    const report = await reportOf(counter);
    expect(report.gross - report.discounts + report.rounding).toBe(report.received);
    expect(report.cash.sales.total + report.qr.sales.total).toBe(report.received);
    const parts = report.parts.reduce(
      (sums, { sales, cash, qr }) => ({ sales: sums.sales + sales, cash: sums.cash + cash, qr: sums.qr + qr }),
      { sales: 0, cash: 0, qr: 0 },
    );
    expect(parts).toEqual({ sales: report.sales, cash: report.cash.sales.total, qr: report.qr.sales.total });
    expect(report.cashiers.reduce((sum, { sales }) => sum + sales.total, 0)).toBe(report.received);
    expect(report.products).toMatchObject([
      { name: 'Alfajor', quantity: 3000, sales: 2, total: 60_000 },
      { name: 'Agua', quantity: 1000, sales: 1, total: 9_000 },
    ]);
    expect(report.saleDiscounts).toBe(1_000);
    expect(report.average).toBe(Math.round(report.received / 3));
    expect(report.unit).toBe('hour');
  });

  it('takes what went back off the products that came back, and tells what came back for none', async () => {
    const counter = await openCounter();
    const day = aDayAt(counter);
    const inCash = { ...named('Agua', aDraft(9_000, 5_000)), discount: { kind: 'amount', amount: 1_400 } } as Draft;
    await day.inCash(inCash);
    const whole = named('Vino', aDraft(20_000));
    await day.inCash(whole);
    const byQr = await day.byQr(named('Alfajor', aDraft(15_000, 15_000)));
    const damaged = await day.byQr(named('Alfajor', aDraft(7_000)));
    await day.cashBack(inCash, 8_100, [0]);
    await day.cashBack(whole, 20_000);
    await day.qrBack(byQr, 30_000);
    await day.qrBack(damaged, 1_000);
    await day.qrBack(await day.byQr(namedEach(aDraft(4_000, 6_000), ['Pan', 'Queso'])), 6_000, [1]);
    const report = await reportOf(counter);
    expect(report.products).toMatchObject([
      { name: 'Alfajor', total: 37_000, refunded: 30_000 },
      { name: 'Vino', total: 20_000, refunded: 20_000 },
      { name: 'Agua', total: 14_000, refunded: 8_100 },
      { name: 'Queso', total: 6_000, refunded: 6_000 },
      { name: 'Pan', total: 4_000, refunded: 0 },
    ]);
    expect(report).toMatchObject({ refundsOfNoProduct: 1_000, refunds: { count: 5, total: 65_100 } });
    const brought = report.products.reduce((sum, { total, refunded }) => sum + total - refunded, 0);
    expect(brought - report.saleDiscounts + report.rounding - report.refundsOfNoProduct).toBe(report.net);
  });

  it('counts what went back on the day on which it went back', async () => {
    const counter = await openCounter();
    const day = aDayAt(counter);
    const dayMs = 86_400_000;
    counter.moveClock(-dayMs);
    const inCash = aDraft(25_000);
    await day.inCash(inCash);
    counter.moveClock(0);
    await day.cashBack(inCash, 25_000);
    const yesterday = localDay(new Date(Date.now() - dayMs));
    expect(await reportOf(counter, { from: yesterday, to: yesterday })).toMatchObject({ sales: 1, net: 25_000 });
    expect(await reportOf(counter)).toMatchObject({
      sales: 0,
      refunds: { count: 1, total: 25_000 },
      net: -25_000,
      products: [{ quantity: 0, sales: 0, total: 0, refunded: 25_000 }],
    });
    expect(await reportOf(counter, { from: yesterday, to: localDay() })).toMatchObject({ net: 0, unit: 'day' });
  });

  it('is empty where nothing was sold', async () => {
    const report = await reportOf(await openCounter());
    expect(report).toMatchObject({ sales: 0, net: 0, average: null, products: [], cashiers: [], provider: null });
  });
});

describe('who may see it', () => {
  it('is a manager, or a cashier whose manager typed their PIN, until somebody else is at the till', async () => {
    const counter = await openCounter();
    const manager = await counter.request('people.create', { name: 'Ana', role: 'manager', pin: '4831' });
    const cashier = await counter.request('people.create', { name: 'Beto', role: 'cashier', pin: '7352' });
    expect([manager.ok, cashier.ok]).toEqual([true, true]);
    const days = { from: localDay(), to: localDay() };
    expect(await counter.request('reports.read', { days, visit: null })).toMatchObject({ ok: true });
    await counter.request('people.signIn', { pin: '7352' });
    const alone = await counter.request('reports.read', { days, visit: null });
    expect(alone).toMatchObject({ ok: false, error: { code: 'permissionNeeded' } });
    const allowed = await counter.request('reports.read', { days, visit: null, approval: { pin: '4831' } });
    if (!allowed.ok) throw new Error(allowed.error.code);
    const { visit } = allowed.value;
    expect(await counter.request('reports.read', { days, visit })).toMatchObject({ ok: true });
    await counter.request('people.lock');
    expect(await counter.request('reports.read', { days, visit })).toMatchObject({ error: { code: 'signInNeeded' } });
    const other = await counter.request('reports.export', { days, rows: 'sale', visit: crypto.randomUUID() });
    expect(other).toMatchObject({ ok: false });
  });
});
