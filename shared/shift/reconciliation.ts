import { z } from 'zod';
import { minorUnitsSchema, sum, type MinorUnits } from '../money';

const amounts = { ours: minorUnitsSchema, theirs: minorUnitsSchema };
const about = { paymentId: z.string().min(1), saleNumber: z.int().positive().nullable() };

/** Where our books and Mercado Pago's list of the caja differ. */
const findingSchema = z.discriminatedUnion('kind', [
  // A sale says that this payment paid it, and Mercado Pago has no such money.
  z.object({ kind: z.literal('saleWithoutPayment'), ...about, amount: minorUnitsSchema }),
  // Money on an order of this till that no sale of it knows.
  z.object({ kind: z.literal('paymentWithoutSale'), ...about, amount: minorUnitsSchema }),
  z.object({ kind: z.literal('amountDiffers'), ...about, ...amounts }),
  z.object({ kind: z.literal('refundDiffers'), ...about, ...amounts }),
]);
export type Finding = z.infer<typeof findingSchema>;

/** What came of comparing a shift's QR money with Mercado Pago's own list of it. */
export const reconciliationSchema = z.object({
  at: z.iso.datetime(),
  findings: z.array(findingSchema),
  /** The payments that both know. */
  payments: z.int().nonnegative(),
  received: minorUnitsSchema,
  givenBack: minorUnitsSchema,
  /** What Mercado Pago keeps, and what is left; of the payments of which it says so. */
  commission: minorUnitsSchema,
  net: minorUnitsSchema,
  /** Payments of which it does not say so. */
  untold: z.int().nonnegative(),
  /** Money at this caja that another program or an earlier installation charged: none of our sales, but somebody's. */
  notOurs: z.object({ payments: z.int().nonnegative(), received: minorUnitsSchema }),
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;

/** A payment as our books have it. */
export interface BookedMoney {
  readonly paymentId: string;
  readonly saleNumber: number | null;
  readonly amount: MinorUnits;
  readonly givenBack: MinorUnits;
}

/** A payment as Mercado Pago has it; only such as brought money. */
export interface ProviderMoney {
  readonly paymentId: string;
  /** Of the sale that it was for, when we know one. */
  readonly saleNumber: number | null;
  /** On an order of this installation. */
  readonly ours: boolean;
  readonly amount: MinorUnits;
  readonly givenBack: MinorUnits;
  /** null where the API does not say. */
  readonly commission: MinorUnits | null;
  readonly net: MinorUnits | null;
}

/** Compares both, payment by payment. Each payment stands once in either list. */
export function reconcile(
  booked: readonly BookedMoney[],
  provider: readonly ProviderMoney[],
  at: string,
): Reconciliation {
  const theirs = new Map(provider.map((payment) => [payment.paymentId, payment]));
  const known = new Set(booked.map(({ paymentId }) => paymentId));
  const both = booked.flatMap((payment) => theirs.get(payment.paymentId) ?? []);
  const strangers = provider.filter(({ paymentId }) => !known.has(paymentId));
  const others = strangers.filter(({ ours }) => !ours);
  const told = both.filter(({ commission, net }) => commission !== null && net !== null);
  return {
    at,
    findings: [
      ...booked.flatMap((payment) => differences(payment, theirs.get(payment.paymentId) ?? null)),
      ...strangers.filter(({ ours }) => ours).map(withoutSale),
    ],
    payments: both.length,
    received: sum(both.map(({ amount }) => amount)),
    givenBack: sum(both.map(({ givenBack }) => givenBack)),
    commission: sum(told.flatMap(({ commission }) => commission ?? [])),
    net: sum(told.flatMap(({ net }) => net ?? [])),
    untold: both.length - told.length,
    notOurs: { payments: others.length, received: sum(others.map(({ amount }) => amount)) },
  };
}

function differences(
  { paymentId, saleNumber, amount, givenBack }: BookedMoney,
  theirs: ProviderMoney | null,
): Finding[] {
  if (theirs === null) return [{ kind: 'saleWithoutPayment', paymentId, saleNumber, amount }];
  const found: Finding[] = [];
  if (theirs.amount !== amount) {
    found.push({ kind: 'amountDiffers', paymentId, saleNumber, ours: amount, theirs: theirs.amount });
  }
  if (theirs.givenBack !== givenBack) {
    found.push({ kind: 'refundDiffers', paymentId, saleNumber, ours: givenBack, theirs: theirs.givenBack });
  }
  return found;
}

function withoutSale({ paymentId, saleNumber, amount }: ProviderMoney): Finding {
  return { kind: 'paymentWithoutSale', paymentId, saleNumber, amount };
}
