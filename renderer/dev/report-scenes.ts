import { minor, sum, type MinorUnits } from '../../shared/money';
import { units } from '../../shared/quantity';
import { tallySchema } from '../../shared/shift/shift';
import type { Report, ReportPart } from '../../shared/reports/report';
import type { Days } from '../../shared/sales/sale-filter';
import type { StoryStep } from '../../shared/sales/sale-story';
import { catalogue } from './catalogue';
import { minutesAgo } from './builders';

/** A shop's usual day: quiet at noon, full in the evening. */
const hours = [0, 0, 0, 0, 0, 0, 0, 2, 6, 9, 11, 14, 12, 5, 3, 4, 8, 12, 17, 21, 13, 4, 0, 0];
const tally = (count: number, total: number) => tallySchema.parse({ count, total });

/** How many sales there were where it is asked for: `?sales=none`, `?sales=one`; `?sales=back`: an amount of an earlier one. */
const howMany = new URLSearchParams(location.search).get('sales');

/** Days as they could have been. */
export function reportOf(days: Days): Report {
  if (howMany === 'none') return quietReport(days, 0);
  if (howMany === 'one') return quietReport(days, 1);
  if (howMany === 'back') return refundedReport(days, minor(250_000));
  const parts = partsOf(days);
  const cash = sum(parts.map((part) => part.cash));
  const qr = sum(parts.map((part) => part.qr));
  const sales = parts.reduce((count, part) => count + part.sales, 0);
  const received = minor(cash + qr);
  const discounts = minor(412_500);
  const rounding = minor(-3_250);
  const products = catalogue.slice(0, 12).map(({ name, unit, price }, index) => ({
    name,
    unit,
    quantity: unit === 'kg' ? 12_350 : (12 - index) * 1000,
    sales: 12 - index,
    total: minor(price * (12 - index)),
    refunded: minor(index === 2 ? price : 0),
  }));
  return {
    days,
    sales,
    gross: minor(received + discounts - rounding),
    discounts,
    rounding,
    received,
    refunds: tally(3, 1_245_000),
    net: minor(received - 1_245_000),
    average: minor(Math.round(received / sales)),
    cash: { sales: tally(Math.round(sales * 0.4), cash), refunds: tally(1, 245_000) },
    qr: { sales: tally(Math.round(sales * 0.66), qr), refunds: tally(2, 1_000_000) },
    returned: tally(0, 0),
    unit: unitOf(days),
    parts,
    cashiers: [
      { by: 'Ana Quiroga', sales: tally(sales - 40, received - 9_800_000), refunds: tally(2, 1_000_000) },
      { by: 'Beto', sales: tally(40, 9_800_000), refunds: tally(1, 245_000) },
    ],
    products,
    otherProducts: {
      ...tally(38, received - rounding + 150_000 - sum(products.map(({ total }) => total))),
      refunded: minor(0),
    },
    saleDiscounts: minor(150_000),
    refundsOfNoProduct: minor(1_245_000 - sum(products.map(({ refunded }) => refunded))),
    provider: {
      shifts: [12, 13],
      payments: 84,
      commission: minor(1_312_400),
      net: minor(qr - 1_312_400),
      untold: 2,
    },
  };
}

/** Nothing, or a single sale at the end of the days. */
function quietReport(days: Days, sales: 0 | 1): Report {
  const amount = minor(sales * 185_000);
  const none = tally(0, 0);
  const parts = partsOf(days).map((part) => ({ ...part, sales: 0, cash: minor(0), qr: minor(0) }));
  return {
    days,
    sales,
    gross: amount,
    discounts: minor(0),
    rounding: minor(0),
    received: amount,
    refunds: none,
    net: amount,
    average: amount,
    cash: { sales: none, refunds: none },
    qr: { sales: tally(sales, amount), refunds: none },
    returned: none,
    unit: unitOf(days),
    parts: parts.map((part, index) =>
      index === Math.min(17, parts.length - 1) ? { ...part, sales, qr: amount } : part,
    ),
    cashiers: sales === 0 ? [] : [{ by: 'Beto', sales: tally(sales, amount), refunds: none }],
    products:
      sales === 0 ? [] : [{ name: 'Alfajor', unit: 'unit', quantity: 1000, sales, total: amount, refunded: minor(0) }],
    otherProducts: { ...none, refunded: minor(0) },
    saleDiscounts: minor(0),
    refundsOfNoProduct: minor(0),
    provider: null,
  };
}

/** Nothing sold, and an amount of an earlier sale given back in cash. */
function refundedReport(days: Days, amount: MinorUnits): Report {
  const quiet = quietReport(days, 0);
  const back = tally(1, amount);
  return {
    ...quiet,
    refunds: back,
    net: minor(0 - amount),
    cash: { ...quiet.cash, refunds: back },
    cashiers: [{ by: 'Beto', sales: tally(0, 0), refunds: back }],
    refundsOfNoProduct: amount,
  };
}

function partsOf({ from, to }: Days): ReportPart[] {
  const part = (name: string, sales: number): ReportPart => ({
    name,
    sales,
    cash: minor(sales * 146_000),
    qr: minor(sales * 231_500),
  });
  if (from === to) return hours.map((sales, hour) => part(`${from}T${String(hour).padStart(2, '0')}`, sales));
  const parts: ReportPart[] = [];
  const unit = unitOf({ from, to });
  const day = new Date(`${from}T00:00:00Z`);
  while (day <= new Date(`${to}T00:00:00Z`)) {
    const sales = 80 + ((day.getUTCDate() * 37) % 90);
    if (unit === 'day') parts.push(part(day.toISOString().slice(0, 10), sales));
    else parts.push(part(day.toISOString().slice(0, 7), 2400 + ((day.getUTCMonth() * 311) % 900)));
    if (unit === 'day') day.setUTCDate(day.getUTCDate() + 1);
    else day.setUTCMonth(day.getUTCMonth() + 1, 1);
  }
  return parts;
}

function unitOf({ from, to }: Days): Report['unit'] {
  if (from === to) return 'hour';
  return Date.parse(to) - Date.parse(from) < 62 * 86_400_000 ? 'day' : 'month';
}

/** What a sale may have gone through. */
export const story: readonly StoryStep[] = [
  {
    at: minutesAgo(42),
    event: 'chargeBegun',
    amount: minor(1_850_000),
    by: 'Ana Quiroga',
    reference: 'CAJA1K7Q2MT3F8Z0A1B2C3D4E',
  },
  { at: minutesAgo(42), event: 'orderPut' },
  { at: minutesAgo(41), event: 'orderOpened' },
  { at: minutesAgo(41), event: 'paymentRejected', payment: '113377558800' },
  { at: minutesAgo(40), event: 'noticed' },
  { at: minutesAgo(40), event: 'paidByQr', amount: minor(1_850_000), payment: '113377559911' },
  { at: minutesAgo(40), event: 'ticketFailed', trouble: 'paperOut' },
  { at: minutesAgo(38), event: 'ticketPrinted' },
  {
    at: minutesAgo(12),
    event: 'refundAsked',
    amount: minor(450_000),
    by: 'Beto',
    approvedBy: 'Ana Quiroga',
    note: 'El cliente devolvió la compra',
    goods: [{ name: 'Yerba mate 1 kg', quantity: units(1), unit: 'unit' }],
    payment: '113377559911',
  },
  { at: minutesAgo(12), event: 'refundApproved', amount: minor(450_000), payment: '113377559911' },
  { at: minutesAgo(12), event: 'slipPrinted' },
];
