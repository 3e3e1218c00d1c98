import { z } from 'zod';
import { currencySchema, type Currency } from '../../shared/country';
import { fail, ok } from '../../shared/errors';
import { fromDecimal, minor, sum } from '../../shared/money';
import type { PaymentGateway, RegisterPayment } from '../checkout/payment-gateway';
import { failureOf, notSent, unreadable } from './error-mapping';
import type { MercadoPagoHttp } from './mercado-pago-http';
import { readPages } from './pages';
import { path } from './path';
import { toWireDate } from './wire-date';
import { orNull, wireAmountSchema, wireIdSchema, wireTextSchema } from './wire-schemas';

/** The calls of "Payments": what came in at a caja, whatever order it was for. `currency` is the account's. */
export function payments(
  http: MercadoPagoHttp,
  currency: Currency,
): Pick<PaymentGateway, 'fetchPayment' | 'searchPayments'> {
  return {
    fetchPayment: async (id) => {
      const url = /^\d{1,30}$/.test(id) ? path`/v1/payments/${id}` : null;
      if (url === null) return fail(notSent('fetchPayment', 'paymentNotFound', 'not a payment number'));
      const answer = await http.read('fetchPayment', url);
      if (answer.kind !== 'answered' || answer.status !== 200 || answer.form !== 'json') {
        return fail(failureOf('fetchPayment', answer));
      }
      const payment = readPayment(answer.body, currency);
      return payment?.id === id ? ok(payment) : fail(unreadable('fetchPayment', 'the payment cannot be read'));
    },

    searchPayments: ({ registerId, since, until, by = 'change' }) =>
      readPages(
        async (offset, limit) => {
          const query = new URLSearchParams({
            // Oldest change first: one that changes while pages are read moves to the end and is not skipped.
            sort: dateOf[by],
            criteria: 'asc',
            range: dateOf[by],
            begin_date: toWireDate(since),
            end_date: toWireDate(until),
            pos_id: registerId,
            limit: String(limit),
            offset: String(offset),
          });
          const answer = await http.read('searchPayments', `/v1/payments/search?${query.toString()}`);
          if (answer.kind !== 'answered' || answer.status !== 200 || answer.form !== 'json') {
            return fail(failureOf('searchPayments', answer));
          }
          const found = searchSchema.safeParse(answer.body);
          if (!found.success) return fail(unreadable('searchPayments', 'the list cannot be read'));
          const items = found.data.results.map((result) => readPayment(result, currency));
          const readable = items.filter((item) => item !== null);
          if (readable.length < items.length) return fail(unreadable('searchPayments', 'a payment cannot be read'));
          return ok({ items: readable, total: found.data.paging?.total ?? null });
        },
        (payment) => payment.id,
      ),
  };
}

const dateOf = { change: 'date_last_updated', approval: 'date_approved' } as const;

const searchSchema = z.looseObject({
  results: z
    .array(z.unknown())
    .nullable()
    .transform((results) => results ?? []),
  paging: orNull(z.looseObject({ total: orNull(z.number()) })),
});

const paymentSchema = z.looseObject({
  id: wireIdSchema,
  status: z.string(),
  transaction_amount: wireAmountSchema,
  transaction_amount_refunded: orNull(wireAmountSchema),
  currency_id: orNull(z.string()),
  external_reference: orNull(wireTextSchema),
  date_approved: orNull(z.string()),
  order: orNull(z.looseObject({ id: orNull(wireIdSchema) })),
  // Told, not relied on: what can't be read is not known, and the payment stays readable.
  transaction_details: z
    .looseObject({ net_received_amount: orNull(wireAmountSchema) })
    .nullish()
    .catch(null),
  fee_details: z
    .array(z.looseObject({ amount: wireAmountSchema, fee_payer: orNull(z.string()) }))
    .nullish()
    .catch(null),
});

const allGivenBack = new Set(['refunded', 'charged_back']);

function readPayment(body: unknown, currency: Currency): RegisterPayment | null {
  const parsed = paymentSchema.safeParse(body);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const unit = currencySchema.catch(currency).parse(wire.currency_id);
  const amount = fromDecimal(wire.transaction_amount, unit);
  const refunded = fromDecimal(wire.transaction_amount_refunded ?? 0, unit);
  if (amount === null || refunded === null) return null;
  return {
    id: wire.id,
    orderId: wire.order?.id ?? null,
    reference: wire.external_reference,
    status: wire.status,
    currency: wire.currency_id ?? '',
    amount,
    givenBack: allGivenBack.has(wire.status) ? amount : minor(refunded),
    approvedAt: readDate(wire.date_approved),
    ...readNet(wire, unit),
  };
}

/** What the seller pays, not what the buyer does. A net of nothing is how a payment looks that is not settled yet. */
function readNet(
  { transaction_details: details, fee_details: fees }: z.infer<typeof paymentSchema>,
  unit: Currency,
): Pick<RegisterPayment, 'commission' | 'net'> {
  const net = fromDecimal(details?.net_received_amount ?? 0, unit);
  if (net === null || net <= 0 || !fees) return { commission: null, net: null };
  const paid = fees.filter(({ fee_payer: payer }) => payer === null || payer === 'collector');
  const amounts = paid.map(({ amount }) => fromDecimal(amount, unit));
  const known = amounts.filter((amount) => amount !== null);
  return known.length < amounts.length ? { commission: null, net: null } : { commission: sum(known), net };
}

function readDate(text: string | null): string | null {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
