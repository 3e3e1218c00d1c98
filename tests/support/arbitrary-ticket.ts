import fc from 'fast-check';
import { countries, type Currency, type Locale } from '../../shared/country';
import { MAX_TOTAL, minor } from '../../shared/money';
import { quantitySchema } from '../../shared/quantity';
import { MOST_DOTS, MOST_LOGO_DOTS, type Bitmap } from '../../shared/ticket/bitmap';
import { denominationsOf } from '../../shared/denominations';
import type {
  CashSlip,
  RefundSlip,
  RegisterQrPaper,
  SaleTicket,
  Ticket,
  TicketLine,
  XReport,
  ZReport,
} from '../../shared/ticket/ticket';
import { aBitmap } from './a-ticket';

const amount = fc.integer({ min: 0, max: MAX_TOTAL }).map(minor);

/** Names as people and scanners really enter them: words, long words, any Unicode at all, control bytes. */
const name = fc.oneof(
  fc.lorem({ maxCount: 12 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('Ñoquis', '\u001b@\u001bp\u0000', 'supercalifragilísticoespialidoso'.repeat(3), ''),
);

const line: fc.Arbitrary<TicketLine> = fc.record({
  name,
  quantity: fc.integer({ min: 1, max: 9_999_999 }).map((thousandths) => quantitySchema.parse(thousandths)),
  unit: fc.constantFrom('unit', 'kg'),
  unitPrice: amount,
  discount: fc.option(amount, { nil: null, freq: 2 }),
  note: fc.option(name, { nil: null, freq: 2 }),
  total: amount,
});

const money: fc.Arbitrary<{ locale: Locale; currency: Currency; timeZone: string }> = fc
  .constantFrom(...Object.values(countries))
  .map(({ locale, currency, timeZone }) => ({ locale, currency, timeZone }));

const moment = fc
  .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const reference = fc.stringMatching(/^[A-Z0-9]{1,64}$/);
const paymentId = fc.stringMatching(/^\d{8,20}$/);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

/** Bytes that printers obey even inside a picture, more often than chance would have them. */
const sly = fc.oneof(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x1b, 0x1d, 0x00), fc.nat(255));

/** Every picture that may be printed. */
export const arbitraryBitmap = bitmapsUpTo(MOST_DOTS);

function bitmapsUpTo(most: { readonly width: number; readonly height: number }): fc.Arbitrary<Bitmap> {
  return fc
    .tuple(fc.integer({ min: 1, max: most.width }), fc.integer({ min: 1, max: most.height }))
    .chain(([width, height]) =>
      fc.array(sly, { minLength: 1, maxLength: 97 }).map((bytes) => aBitmap(width, height, bytes)),
    );
}

const paper = {
  logo: fc.option(bitmapsUpTo(MOST_LOGO_DOTS), { nil: null, freq: 2 }),
  business: fc.record({ name: name.filter((text) => text !== ''), address: name, taxId: name, footer: name }),
  registerName: name,
  copy: fc.nat(20),
  reprint: maybe(fc.record({ by: name, at: moment })),
  practice: fc.boolean(),
  money,
};

const saleTicket: fc.Arbitrary<SaleTicket> = fc
  .record({
    ...paper,
    kind: fc.constantFrom('sale', 'test', 'calibration'),
    number: fc.integer({ min: 1, max: 99_999_999 }),
    paidAt: moment,
    lines: fc.array(line, { maxLength: 8 }),
    discount: fc.option(amount, { nil: null, freq: 2 }),
    total: amount,
    payment: fc.record({ ids: fc.array(paymentId, { maxLength: 3 }), reference }),
  })
  .map(({ money: chosen, ...ticket }) => ({ ...ticket, ...chosen }));

const registerQr: fc.Arbitrary<RegisterQrPaper> = fc
  .record({ ...paper, kind: fc.constant('registerQr'), qr: arbitraryBitmap })
  .map(({ money: chosen, ...page }) => ({ ...page, ...chosen }));

const refundSlip: fc.Arbitrary<RefundSlip> = fc
  .record({
    ...paper,
    kind: fc.constant('refund'),
    saleNumber: maybe(fc.integer({ min: 1, max: 99_999_999 })),
    soldAt: maybe(moment),
    refundedAt: moment,
    amount,
    saleTotal: maybe(amount),
    payment: fc.record({ id: paymentId, reference: maybe(reference) }),
    refundId: paymentId,
    reason: name,
    by: name,
  })
  .map(({ money: chosen, ...slip }) => ({ ...slip, ...chosen }));

const cashSlip: fc.Arbitrary<CashSlip> = fc
  .record({
    ...paper,
    kind: fc.constant('cashMovement'),
    direction: fc.constantFrom('in', 'out'),
    amount,
    reason: name,
    by: name,
    at: moment,
    shiftNumber: fc.integer({ min: 1, max: 99_999 }),
  })
  .map(({ money: chosen, ...slip }) => ({ ...slip, ...chosen }));

const tally = fc.record({ count: fc.nat(9999), total: amount });
const shift = { number: fc.integer({ min: 1, max: 99_999 }), openedAt: moment, openedBy: name, float: amount };
const takings = { cashIn: tally, cashOut: tally, qrSales: tally, qrRefunds: tally };
const signed = fc.tuple(amount, fc.constantFrom(1, -1)).map(([size, sign]) => minor(size * sign));

const xReport: fc.Arbitrary<XReport> = fc
  .record({ ...paper, ...shift, ...takings, kind: fc.constant('xReport'), at: moment })
  .map(({ money: chosen, ...report }) => ({ ...report, ...chosen }));

const zReport: fc.Arbitrary<ZReport> = fc
  .record({
    ...paper,
    ...shift,
    kind: fc.constant('zReport'),
    closedAt: moment,
    closedBy: name,
    figures: fc.record({
      ...takings,
      float: amount,
      cashSales: tally,
      cashRefunds: tally,
      qrReturned: tally,
      expected: signed,
    }),
    other: amount,
    pieces: fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 99_999 })), { maxLength: 12 }),
    counted: amount,
    difference: signed,
    note: maybe(name),
    earlierCounts: fc.array(amount, { maxLength: 3 }),
    reconciled: maybe(fc.record({ findings: fc.nat(999), commission: amount, net: amount, complete: fc.boolean() })),
  })
  .map(({ money: chosen, other, pieces, ...report }) => {
    const all = denominationsOf(chosen.currency);
    const counted = pieces.flatMap(([index, count]) => {
      const denomination = all[index % all.length];
      return denomination ? [{ ...denomination, count }] : [];
    });
    return { ...report, ...chosen, count: { pieces: counted, other } };
  });

/** Every paper that the till could ever be asked to print. */
export const arbitraryTicket: fc.Arbitrary<Ticket> = fc.oneof(
  { weight: 2, arbitrary: saleTicket },
  registerQr,
  refundSlip,
  cashSlip,
  xReport,
  zReport,
);
