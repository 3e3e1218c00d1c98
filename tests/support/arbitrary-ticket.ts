import fc from 'fast-check';
import { countries, type Currency, type Locale } from '../../shared/country';
import { MAX_TOTAL, minor } from '../../shared/money';
import { quantitySchema } from '../../shared/quantity';
import type { Ticket, TicketLine } from '../../shared/ticket/ticket';

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
  total: amount,
});

const money: fc.Arbitrary<{ locale: Locale; currency: Currency; timeZone: string }> = fc
  .constantFrom(...Object.values(countries))
  .map(({ locale, currency, timeZone }) => ({ locale, currency, timeZone }));

/** Every ticket that the till could ever be asked to print. */
export const arbitraryTicket: fc.Arbitrary<Ticket> = fc
  .record({
    kind: fc.constantFrom('sale', 'test'),
    business: fc.record({ name: name.filter((text) => text !== ''), address: name, taxId: name, footer: name }),
    registerName: name,
    number: fc.integer({ min: 1, max: 99_999_999 }),
    paidAt: fc
      .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    lines: fc.array(line, { maxLength: 8 }),
    total: amount,
    payment: fc.record({
      ids: fc.array(fc.stringMatching(/^\d{8,20}$/), { maxLength: 3 }),
      reference: fc.stringMatching(/^[A-Z0-9]{1,64}$/),
    }),
    copy: fc.nat(20),
    practice: fc.boolean(),
    money,
  })
  .map(({ money: chosen, ...ticket }) => ({ ...ticket, ...chosen }));
