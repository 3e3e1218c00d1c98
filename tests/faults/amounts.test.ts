import { expect, it, onTestFinished } from 'vitest';
import { createMercadoPago } from '../../electron/mercadopago/create-mercado-pago';
import { minor, sum } from '../../shared/money';
import { quantitySchema } from '../../shared/quantity';
import { lineTotal, type SaleLine } from '../../shared/sale';
import { startMercadoPagoSimulator } from '../../simulator/start-simulator';
import { anAttempt } from '../support/builders';
import { openCounter, POS, TOKEN } from '../support/faults/a-counter';
import { describeFault } from './describe-fault';

const terms = { notificationUrl: null, sponsorId: null, ivaPercent: null };
const LINES = 500;

/** 0.01 to 1000.00. */
const everyAmount = Array.from({ length: 100_000 }, (_, index) => index + 1);

const inPacksOf = <Item>(size: number, items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, pack) => items.slice(pack * size, (pack + 1) * size));

/** The digits of an amount of the API, as they stand in its JSON, in cents. */
function cents(amount: number): number {
  const [whole = '', fraction = ''] = JSON.stringify(amount).split('.');
  return Number(whole + fraction.padEnd(2, '0'));
}

const aLine = (change: Partial<SaleLine>): SaleLine => {
  const line = { productId: null, name: 'Varios', unitPrice: minor(1), unit: 'unit' as const, ...change };
  const quantity = change.quantity ?? quantitySchema.parse(1000);
  return { ...line, quantity, total: lineTotal({ unitPrice: line.unitPrice, quantity }) };
};

async function start() {
  const simulator = await startMercadoPagoSimulator();
  const mercadoPago = createMercadoPago({ baseUrl: simulator.url, token: TOKEN, now: () => new Date() });
  onTestFinished(async () => {
    mercadoPago.close();
    await simulator.close();
  });
  const gateway = mercadoPago.gatewayFor({ userId: String(simulator.control.account.userId), currency: 'ARS' });
  let references = 0;
  /** Puts one order with these lines. @returns what Mercado Pago read, in cents. */
  const put = async (lines: readonly SaleLine[]) => {
    const attempt = anAttempt({
      reference: `${POS}${String(++references)}`,
      sale: { ...anAttempt().sale, lines: [...lines], total: sum(lines.map(({ total }) => total)) },
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
    });
    expect(await gateway.putOrder(attempt, terms)).toMatchObject({ ok: true });
    const order = simulator.control.orderOn(POS);
    if (!order) throw new Error('no order on the caja');
    expect(await gateway.deleteOrder(attempt.register)).toMatchObject({ ok: true });
    return { order, items: order.items.map(({ amount }) => cents(amount)), total: cents(order.amount), attempt };
  };
  return { control: simulator.control, gateway, put };
}

describeFault('Q20', () => {
  it('every cent from 0.01 to 1000.00 leaves as it is', async () => {
    const { put } = await start();
    for (const amounts of inPacksOf(LINES, everyAmount)) {
      const { items, total } = await put(amounts.map((amount) => aLine({ unitPrice: minor(amount) })));
      expect(items).toEqual(amounts);
      expect(total).toBe(amounts.reduce((all, amount) => all + amount, 0));
    }
  });

  it('every cent from 0.01 to 1000.00 comes back as it is', async () => {
    const { control, gateway, put } = await start();
    // One merchant order stands for all: what it shows is changed from look to look.
    const { attempt } = await put([aLine({})]);
    await gateway.putOrder(attempt, terms);
    const id = Number(control.scanOrder(POS).merchantOrderId);
    for (const amounts of inPacksOf(LINES, everyAmount)) {
      control.show(id, {
        payments: amounts.map((amount) => ({
          id: amount,
          status: 'approved',
          transaction_amount: amount / 100,
          amount_refunded: amount / 100,
          currency_id: 'ARS',
        })),
      });
      const seen = await gateway.fetchMerchantOrder(String(id));
      if (!seen.ok || !seen.value) throw new Error('not read');
      expect(seen.value.payments.map(({ amount }) => amount)).toEqual(amounts);
      expect(seen.value.payments.map(({ refunded }) => refunded)).toEqual(amounts);
    }
  });

  it('every gram of ten kilograms costs what it costs, rounded once', async () => {
    const { put } = await start();
    const perKilogram = 123_450;
    const grams = Array.from({ length: 10_000 }, (_, index) => index + 1);
    for (const weights of inPacksOf(LINES, grams)) {
      const { items, order } = await put(
        weights.map((weight) =>
          aLine({
            productId: 'pan',
            name: 'Pan',
            unit: 'kg',
            unitPrice: minor(perKilogram),
            quantity: quantitySchema.parse(weight),
          }),
        ),
      );
      expect(items).toEqual(weights.map((weight) => Number((BigInt(perKilogram * weight) + 500n) / 1000n)));
      expect(order.items.every(({ quantity }) => Number.isInteger(quantity))).toBe(true);
    }
  });

  it.each([1, 29, 115, 435, 841, 1999, 100_000])('%i cents are charged, paid and printed', async (amount) => {
    const counter = await openCounter();
    const id = await counter.waiting(amount);
    expect(cents(counter.control.orderOn(POS)?.amount ?? 0)).toBe(amount);
    counter.control.pay(counter.control.scanOrder(POS));
    expect(await counter.reaches(id, 'paid')).toMatchObject({ settlement: { received: amount } });
    const [ticket] = await counter.tickets(1);
    const printed = new Intl.NumberFormat('es-AR', { minimumFractionDigits: 2 }).format(amount / 100);
    expect(ticket).toMatch(new RegExp(`TOTAL.* ${printed.replace('.', '\\.')}`));
  });

  it('0.350 kg is 0.350 kg on the order and on the ticket, and not nothing', async () => {
    const bread = { code: '2000001', name: 'Pan francés', price: 1234.5, unit: 'kg' };
    const counter = await openCounter({ products: [bread] });
    const product = counter.till.catalogue.findByCode(bread.code);
    if (!product) throw new Error('no bread');
    const { id: productId, name, price: unitPrice, unit } = product;
    const line = { kind: 'product', id: 'line-0', productId, name, unitPrice, unit } as const;
    const id = await counter.charge({
      saleId: crypto.randomUUID(),
      lines: [{ ...line, quantity: quantitySchema.parse(350) }],
    });
    await counter.reaches(id, 'awaitingPayment');
    expect(counter.control.orderOn(POS)).toMatchObject({ amount: 432.08, items: [{ quantity: 1, amount: 432.08 }] });
    expect(counter.control.orderOn(POS)?.items[0]?.title).toContain('0,350 kg');
    counter.control.pay(counter.control.scanOrder(POS));
    await counter.reaches(id, 'paid');
    const [ticket] = await counter.tickets(1);
    expect(ticket).toContain('0,350 kg');
    expect(ticket).toMatch(/TOTAL.*432,08/);
  });
});
