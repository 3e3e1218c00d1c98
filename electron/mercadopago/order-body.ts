import { allocate } from '../../shared/allocate';
import { countryOf, taxesProducts, type Currency, type Locale } from '../../shared/country';
import { dueOf, type Attempt } from '../../shared/checkout/attempt';
import { fail, ok, type ErrorCode, type Result } from '../../shared/errors';
import { sum, toDecimal, minor, type MinorUnits } from '../../shared/money';
import { formatQuantity } from '../../shared/quantity';
import type { SaleLine } from '../../shared/sale';
import type { OrderTerms } from '../checkout/payment-gateway';
import { plainText } from './plain-text';
import { toWireDate } from './wire-date';

const LONGEST_TEXT = 256;
const LONGEST_URL = 500;
/** Room that a weight or a count in front of a name may take. */
const LONGEST_AMOUNT = 24;

/** Body of `PUT …/orders`, "Instore Orders v2". Amounts in the currency's unit. `cash_out` is never sent. */
export interface OrderBody {
  readonly external_reference: string;
  readonly title: string;
  readonly description: string;
  readonly notification_url?: string;
  readonly expiration_date: string;
  readonly total_amount: number;
  readonly items: readonly OrderItem[];
  readonly taxes?: readonly [{ readonly type: 'IVA'; readonly value: number }];
  readonly sponsor?: { readonly id: number };
}

interface OrderItem {
  readonly sku_number?: string;
  readonly title: string;
  readonly description: string;
  readonly unit_price: number;
  readonly quantity: number;
  readonly unit_measure: 'unit';
  readonly total_amount: number;
}

/** Why an order cannot be put into words that Mercado Pago takes. */
export interface OrderBodyProblem {
  readonly code: ErrorCode;
  readonly why: string;
}

export function orderBody(attempt: Attempt, terms: OrderTerms): Result<OrderBody, OrderBodyProblem> {
  const { sale, currency } = attempt;
  const totals = sale.lines.map((line) => line.total);
  if (sum(totals) - (sale.discount ?? 0) !== sale.total) {
    return fail({ code: 'orderInvalid', why: 'the lines do not add up to the total' });
  }
  if (terms.notificationUrl !== null && terms.notificationUrl.length > LONGEST_URL) {
    return fail({ code: 'notificationUrlInvalid', why: 'the notification address is longer than 500 characters' });
  }
  const sponsorId = terms.sponsorId === null ? null : Number(terms.sponsorId);
  if (sponsorId !== null && (!Number.isSafeInteger(sponsorId) || sponsorId <= 0)) {
    return fail({ code: 'sponsorInvalid', why: 'the sponsor is not a user id' });
  }
  const due = dueOf(attempt);
  // The items must add up to the total: each carries its part of what is taken off the whole sale.
  const shares = allocate(sale.total, totals);
  const items = sale.lines
    .map((line, index) => ({ line, charged: shares[index] ?? line.total }))
    // A line that costs nothing changes no sum, and a price of 0 is in none of the documents.
    .filter(({ charged }) => charged !== 0);
  const title = plainText(items.map(({ line }) => nameOf(line)).join(', '), LONGEST_TEXT);
  return ok({
    external_reference: attempt.reference,
    title,
    description: plainText(`${attempt.register.name} #${String(sale.number)}`, LONGEST_TEXT),
    ...(terms.notificationUrl === null ? {} : { notification_url: terms.notificationUrl }),
    expiration_date: toWireDate(new Date(attempt.expiresAt)),
    total_amount: toDecimal(due, currency),
    items:
      due === sale.total
        ? items.map(({ line, charged }) => orderItem(line, charged, currency))
        : [rest(title, due, currency)],
    ...ivaOf(attempt, terms.ivaPercent),
    ...(sponsorId === null ? {} : { sponsor: { id: sponsorId } }),
  });
}

function orderItem(line: SaleLine, charged: MinorUnits, currency: Currency): OrderItem {
  const count = line.quantity / 1000;
  const whole = line.unit === 'unit' && Number.isInteger(count) && line.unitPrice * count === charged;
  // Quantities are integers on this wire, and price by quantity must be the total to the cent: what is weighed or costs
  // less than its price goes as one piece of its own price, with the measure in its name.
  const single = line.unit === 'unit' && count === 1;
  const title = whole || single ? nameOf(line) : measuredName(line, countryOf(currency).locale);
  return {
    ...(line.productId === null ? {} : { sku_number: plainText(line.productId, LONGEST_TEXT) }),
    title,
    description: title,
    unit_price: toDecimal(whole ? line.unitPrice : charged, currency),
    quantity: whole ? count : 1,
    unit_measure: 'unit',
    total_amount: toDecimal(charged, currency),
  };
}

/** What cash leaves of a sale belongs to no line of it: the items must add up to what is charged. */
function rest(title: string, due: MinorUnits, currency: Currency): OrderItem {
  const amount = toDecimal(due, currency);
  return { title, description: title, unit_price: amount, quantity: 1, unit_measure: 'unit', total_amount: amount };
}

function nameOf(line: SaleLine): string {
  const name = plainText(line.name, LONGEST_TEXT);
  return name === '' ? '—' : name;
}

function measuredName(line: SaleLine, locale: Locale): string {
  const amount = formatQuantity(line.quantity, line.unit, locale);
  const measure = plainText(line.unit === 'kg' ? `${amount} kg` : `× ${amount}`, LONGEST_AMOUNT);
  return `${plainText(nameOf(line), LONGEST_TEXT - LONGEST_AMOUNT - 1)} ${measure}`;
}

/** What Mercado Pago takes of the whole order for IVA where nothing is said, in hundredths of a percent. */
const GENERAL_IVA = 1_900;

/**
 * Colombia wants the amount and not the rate, of what is charged of each product (guide "IVA en Colombia"). Without it 19 %
 * of the total is assumed, so 0 is sent as 0. Nothing is sent where neither the till nor a product says otherwise. The rate is
 * of the whole amount, not of what it is without the tax: the guide's own order of 6000 tells 1140.
 */
function ivaOf(attempt: Attempt, percent: number | null): Pick<OrderBody, 'taxes'> {
  const { sale, currency } = attempt;
  const isSaid = percent !== null || (taxesProducts(currency) && sale.lines.some(({ tax }) => tax !== undefined));
  if (!isSaid) return {};
  const usual = percent === null ? GENERAL_IVA : Math.round(percent * 100);
  const charged = allocate(
    dueOf(attempt),
    sale.lines.map(({ total }) => total),
  );
  const value = sale.lines.reduce((total, { tax = usual }, index) => total + (charged[index] ?? 0) * tax, 0);
  return { taxes: [{ type: 'IVA', value: toDecimal(minor(Math.round(value / 10_000)), currency) }] };
}
