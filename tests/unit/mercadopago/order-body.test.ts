import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderBody, type OrderBody } from '../../../electron/mercadopago/order-body';
import { fromDecimal, minor } from '../../../shared/money';
import type { Attempt } from '../../../shared/checkout/attempt';
import type { OrderTerms } from '../../../electron/checkout/payment-gateway';
import { aLine, anAttemptOf } from '../../support/an-attempt-of';

const noTerms: OrderTerms = { notificationUrl: null, sponsorId: null, ivaPercent: null };

function bodyOf(attempt: Attempt, terms: Partial<OrderTerms> = {}): OrderBody {
  const body = orderBody(attempt, { ...noTerms, ...terms });
  if (!body.ok) throw new Error(body.error.why);
  return body.value;
}

describe('the body of an order', () => {
  it('says everything the reference asks for and nothing else', () => {
    expect(bodyOf(anAttemptOf())).toStrictEqual({
      external_reference: 'CAJA01A0000001',
      title: 'Alfajor',
      description: 'Caja 1 #123',
      expiration_date: '2026-11-23T11:10:00.000-04:00',
      total_amount: 59.97,
      items: [
        {
          sku_number: 'alfajor',
          title: 'Alfajor',
          description: 'Alfajor',
          unit_price: 19.99,
          quantity: 3,
          unit_measure: 'unit',
          total_amount: 59.97,
        },
      ],
    });
  });

  it('names every product in the title that the customer reads', () => {
    const attempt = anAttemptOf({ lines: [aLine({ name: 'Alfajor' }), aLine({ name: 'Yerba 1 kg' })] });
    expect(bodyOf(attempt).title).toBe('Alfajor, Yerba 1 kg');
  });

  it('sends the notification address exactly as it was given', () => {
    const notificationUrl = 'https://relay.example/n/caja01/c2VjcmV0?source_news=webhooks';
    expect(bodyOf(anAttemptOf(), { notificationUrl }).notification_url).toBe(notificationUrl);
  });

  it('sends a weighed product as one piece with its weight in the name', () => {
    const cheese = aLine({ name: 'Queso', price: 123_450, thousandths: 350, unit: 'kg', productId: null });
    expect(bodyOf(anAttemptOf({ lines: [cheese] })).items).toStrictEqual([
      {
        title: 'Queso 0,350 kg',
        description: 'Queso 0,350 kg',
        unit_price: 432.08,
        quantity: 1,
        unit_measure: 'unit',
        total_amount: 432.08,
      },
    ]);
  });

  it('sends half a unit as one piece too, because quantities are whole', () => {
    const half = aLine({ name: 'Pizza', price: 10_001, thousandths: 500 });
    expect(bodyOf(anAttemptOf({ lines: [half] })).items[0]).toMatchObject({
      title: 'Pizza × 0,5',
      quantity: 1,
      unit_price: 50.01,
      total_amount: 50.01,
    });
  });

  it('sends each product with its part of what is taken off the sale, and the parts add up', () => {
    const lines = [aLine({ name: 'Alfajor', price: 3333 }), aLine({ name: 'Agua', price: 3333, thousandths: 2000 })];
    const attempt = anAttemptOf({ lines });
    const sale = { ...attempt.sale, discount: minor(1000), total: minor(attempt.sale.total - 1000) };
    const body = bodyOf({ ...attempt, sale });
    const cents = body.items.map((item) => fromDecimal(item.total_amount, 'ARS') ?? Number.NaN);
    expect(cents.reduce((total, each) => total + each, 0)).toBe(sale.total);
    expect(body.total_amount).toBe(sale.total / 100);
    for (const item of body.items) expect(item.quantity * item.unit_price).toBeCloseTo(item.total_amount, 5);
  });

  it('adds up to the cent, whatever is discounted, weighed and paid in cash beside it', () => {
    const anyLine = fc.record({
      name: fc.constantFrom('Alfajor', 'Queso', 'Agua'),
      price: fc.integer({ min: 1, max: 5_000_000 }),
      thousandths: fc.integer({ min: 1, max: 20_000 }),
      unit: fc.constantFrom('unit' as const, 'kg' as const),
    });
    const anySale = fc.record({
      lines: fc.array(anyLine, { minLength: 1, maxLength: 12 }),
      currency: fc.constantFrom('ARS' as const, 'CLP' as const, 'COP' as const, 'BRL' as const),
      off: fc.integer({ min: 0, max: 9_999 }),
      cash: fc.integer({ min: 0, max: 9_999 }),
    });
    fc.assert(
      fc.property(anySale, ({ lines, currency, off, cash }) => {
        const whole = anAttemptOf({ currency, lines: lines.map((line) => aLine(line)) });
        const discount = minor(Math.floor((whole.sale.total * off) / 10_000));
        const total = minor(whole.sale.total - discount);
        const due = minor(total - Math.floor((total * cash) / 10_000));
        fc.pre(due > 0);
        const sale = { ...whole.sale, discount, total };
        const body = bodyOf({ ...whole, sale, ...(due < total && { cash: minor(total - due) }) });
        const inMinor = (value: number) => fromDecimal(value, currency) ?? Number.NaN;
        expect(inMinor(body.total_amount)).toBe(due);
        expect(body.items.reduce((sum, item) => sum + inMinor(item.total_amount), 0)).toBe(due);
        for (const item of body.items) {
          expect(item.quantity * inMinor(item.unit_price)).toBe(inMinor(item.total_amount));
        }
      }),
    );
  });

  it('is refused when the discount does not explain the total', () => {
    const attempt = anAttemptOf();
    const sale = { ...attempt.sale, discount: minor(1) };
    expect(orderBody({ ...attempt, sale }, noTerms)).toMatchObject({ error: { code: 'orderInvalid' } });
  });

  it('leaves out a line that costs nothing', () => {
    const body = bodyOf(anAttemptOf({ lines: [aLine(), aLine({ name: 'Bolsa', price: 0 })] }));
    expect(body.items.map((item) => item.title)).toEqual(['Alfajor']);
  });

  it('keeps the weight when the name is too long, and every text within 256 characters', () => {
    const long = 'Queso \u{1f980}'.repeat(80);
    const lines = [aLine({ name: long, thousandths: 1250, unit: 'kg' }), aLine({ name: long })];
    const body = bodyOf(anAttemptOf({ lines, register: { ...anAttemptOf().register, name: long } }));
    expect(body.items[0]?.title).toMatch(/… 1,250 kg$/);
    for (const text of [body.title, body.description, ...body.items.map((item) => item.title)]) {
      expect(text.length).toBeLessThanOrEqual(256);
      expect(text).not.toMatch(/\p{Cs}/u);
    }
  });

  it('takes control characters out of names, and a name of nothing else becomes a dash', () => {
    const lines = [aLine({ name: 'Coca\u001b@\u0000 Cola' }), aLine({ name: '\u0007' })];
    const body = bodyOf(anAttemptOf({ lines }));
    expect(body.items.map((item) => item.title)).toEqual(['Coca @ Cola', '—']);
    expect(body.title).toBe('Coca @ Cola, —');
  });

  it.each([
    ['CLP', 1500],
    ['COP', 1500],
    ['ARS', 15],
  ] as const)('writes amounts in %s with the decimals that Mercado Pago takes', (currency, amount) => {
    const body = bodyOf(anAttemptOf({ currency, lines: [aLine({ price: 500 })] }));
    expect(body.total_amount).toBe(amount);
    expect(body.items[0]?.total_amount).toBe(amount);
  });

  it('tells Colombia the IVA as an amount, as the guide’s example: 1140 of 6000', () => {
    const attempt = anAttemptOf({ currency: 'COP', lines: [aLine({ price: 3000, thousandths: 2000 })] });
    const body = bodyOf(attempt, { ivaPercent: 19, sponsorId: '446566691' });
    expect(body).toMatchObject({
      total_amount: 6000,
      taxes: [{ type: 'IVA', value: 1140 }],
      sponsor: { id: 446566691 },
    });
  });

  it('sends an IVA of 0 for what is exempt, since leaving it out means 19 %', () => {
    const attempt = anAttemptOf({ currency: 'COP', lines: [aLine({ price: 3333, thousandths: 1000 })] });
    expect(bodyOf(attempt, { ivaPercent: 0 }).taxes).toEqual([{ type: 'IVA', value: 0 }]);
    expect(bodyOf(attempt, { ivaPercent: 5 }).taxes).toEqual([{ type: 'IVA', value: 167 }]);
  });

  it('tells Colombia each product’s own IVA, of what is charged of it, and 19 % where nobody said', () => {
    const lines = [
      aLine({ name: 'Pan', price: 1000, thousandths: 1000, tax: 0 }),
      aLine({ name: 'Café', price: 2000, thousandths: 1000, tax: 500 }),
      aLine({ name: 'Gaseosa', price: 3000, thousandths: 1000 }),
    ];
    const attempt = anAttemptOf({ currency: 'COP', lines });
    const ivaOf = (changed: Attempt, terms: Partial<OrderTerms> = {}) => bodyOf(changed, terms).taxes?.[0].value;
    expect(ivaOf(attempt)).toBe(100 + 570);
    expect(ivaOf(attempt, { ivaPercent: 8 })).toBe(100 + 240);
    const half = { ...attempt, sale: { ...attempt.sale, discount: minor(3000), total: minor(3000) } };
    expect(ivaOf(half)).toBe(50 + 285);
    expect(ivaOf({ ...half, cash: minor(1500) })).toBe(Math.round(25 + 142.5));
    expect(bodyOf(anAttemptOf({ lines })).taxes).toBeUndefined();
  });

  it.each([
    [
      'an address longer than 500 characters',
      { notificationUrl: `https://r.example/${'x'.repeat(500)}` },
      'notificationUrlInvalid',
    ],
    ['a sponsor that is not a number', { sponsorId: 'acme' }, 'sponsorInvalid'],
    ['a sponsor beyond exact numbers', { sponsorId: '9007199254740993' }, 'sponsorInvalid'],
  ] as const)('refuses %s before anything is sent', (_what, terms, code) => {
    expect(orderBody(anAttemptOf(), { ...noTerms, ...terms })).toMatchObject({ ok: false, error: { code } });
  });

  it('refuses lines that do not add up to the total', () => {
    const attempt = anAttemptOf();
    const wrong = { ...attempt, sale: { ...attempt.sale, total: minor(attempt.sale.total + 1) } };
    expect(orderBody(wrong, noTerms)).toMatchObject({ ok: false, error: { code: 'orderInvalid' } });
  });

  it('carries every amount from 0.01 to 1000.00 through JSON without losing a cent', { timeout: 60_000 }, () => {
    const attempt = anAttemptOf();
    const lost: number[] = [];
    for (let amount = 1; amount <= 100_000; amount += 1) {
      const total = minor(amount);
      const line = { ...aLine({ price: amount, thousandths: 1000 }), total };
      const text = JSON.stringify(bodyOf({ ...attempt, sale: { ...attempt.sale, lines: [line], total } }));
      const read = JSON.parse(text) as OrderBody;
      const item = read.items[0];
      const exact = [read.total_amount, item?.unit_price, item?.total_amount].every(
        (value) => value !== undefined && fromDecimal(value, 'ARS') === amount,
      );
      if (!exact || !text.includes(`"total_amount":${written(amount)}`)) lost.push(amount);
    }
    expect(lost).toEqual([]);
  });
});

/** The amount in decimal digits, made without any floating point: 1999 → 19.99, 1990 → 19.9. */
function written(amount: number): string {
  const digits = String(amount).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -2) : `${digits.slice(0, -2)}.${fraction}`;
}
