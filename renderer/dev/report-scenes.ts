import { minor, sum } from '../../shared/money';
import { tallySchema } from '../../shared/shift/shift';
import type { Report, ReportPart } from '../../shared/reports/report';
import type { Days } from '../../shared/sales/sale-filter';
import type { StoryStep } from '../../shared/sales/sale-story';
import { catalogue } from './catalogue';
import { minutesAgo } from './builders';

/** A shop's usual day: quiet at noon, full in the evening. */
const hours = [0, 0, 0, 0, 0, 0, 0, 2, 6, 9, 11, 14, 12, 5, 3, 4, 8, 12, 17, 21, 13, 4, 0, 0];
const tally = (count: number, total: number) => tallySchema.parse({ count, total });

/** Days as they could have been. */
export function reportOf(days: Days): Report {
  const parts = partsOf(days);
  const cash = sum(parts.map((part) => part.cash));
  const qr = sum(parts.map((part) => part.qr));
  const sales = parts.reduce((count, part) => count + part.sales, 0);
  const received = minor(cash + qr);
  const discounts = minor(412_500);
  const rounding = minor(-3_250);
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
    unit: days.from === days.to ? 'hour' : 'day',
    parts,
    cashiers: [
      { by: 'Ana Quiroga', sales: tally(sales - 40, received - 9_800_000), refunds: tally(2, 1_000_000) },
      { by: 'Beto', sales: tally(40, 9_800_000), refunds: tally(1, 245_000) },
    ],
    products: catalogue.slice(0, 12).map(({ name, unit, price }, index) => ({
      name,
      unit,
      quantity: unit === 'kg' ? 12_350 : (24 - index) * 1000,
      sales: 20 - index,
      total: minor(price * (24 - index)),
    })),
    otherProducts: tally(0, 0),
    saleDiscounts: minor(150_000),
    provider: {
      shifts: [12, 13],
      payments: 84,
      commission: minor(1_312_400),
      net: minor(qr - 1_312_400),
      untold: 2,
    },
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
  for (let day = new Date(`${from}T00:00:00Z`); day <= new Date(`${to}T00:00:00Z`);) {
    parts.push(part(day.toISOString().slice(0, 10), 80 + ((day.getUTCDate() * 37) % 90)));
    day = new Date(day.getTime() + 86_400_000);
  }
  return parts;
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
    payment: '113377559911',
  },
  { at: minutesAgo(12), event: 'refundApproved', amount: minor(450_000), payment: '113377559911' },
  { at: minutesAgo(12), event: 'slipPrinted' },
];
