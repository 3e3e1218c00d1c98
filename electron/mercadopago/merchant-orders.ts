import { z } from 'zod';
import { currencySchema, type Currency } from '../../shared/country';
import { fail, ok, type Result } from '../../shared/errors';
import { fromDecimal, type MinorUnits } from '../../shared/money';
import { merchantOrderFactsSchema, type MerchantOrderFacts } from '../../shared/checkout/observation';
import type { GatewayFailure, PaymentGateway } from '../checkout/payment-gateway';
import { failureOf, unreadable } from './error-mapping';
import type { MercadoPagoHttp } from './mercado-pago-http';
import { readPages } from './pages';
import { path } from './path';
import { readProblem } from './problem';
import { orNull, wireAmountSchema, wireIdSchema, wireTextSchema } from './wire-schemas';

/** The calls of "Merchant orders": what was scanned and paid. `currency` is the account's. */
export function merchantOrders(
  http: MercadoPagoHttp,
  currency: Currency,
): Pick<PaymentGateway, 'fetchMerchantOrder' | 'searchMerchantOrders'> {
  return {
    fetchMerchantOrder: async (id) => {
      // Ids come out of notifications, which anybody may write.
      const url = /^\d{1,30}$/.test(id) ? path`/merchant_orders/${id}` : null;
      if (url === null) return ok(null);
      const answer = await http.read('fetchMerchantOrder', url);
      if (answer.kind === 'answered' && answer.form === 'json') {
        if (isSomebodyElses(answer.status, answer.body)) return ok(null);
        if (answer.status === 200) return theOrder(id, answer.body, currency);
      }
      return fail(failureOf('fetchMerchantOrder', answer));
    },

    searchMerchantOrders: (reference) =>
      readPages(
        async (offset, limit) => {
          const query = new URLSearchParams({
            external_reference: reference,
            limit: String(limit),
            offset: String(offset),
          });
          const answer = await http.read('searchMerchantOrders', `/merchant_orders/search?${query.toString()}`);
          if (answer.kind !== 'answered' || answer.status !== 200 || answer.form !== 'json') {
            return fail(failureOf('searchMerchantOrders', answer));
          }
          const found = searchSchema.safeParse(answer.body);
          if (!found.success) return fail(unreadable('searchMerchantOrders', 'the list cannot be read'));
          const items = found.data.elements.map((element) => readOrder(element, currency));
          const readable = items.filter((item) => item !== null);
          // The one that cannot be read may be the one that was paid: no answer is better than half of one.
          if (readable.length < items.length) {
            return fail(unreadable('searchMerchantOrders', 'a merchant order cannot be read'));
          }
          return ok({ items: readable, total: found.data.total });
        },
        (order) => order.id,
      ),
  };
}

/** Not there, not an id, or of another account: for us it does not exist. */
function isSomebodyElses(status: number, body: unknown): boolean {
  if (status === 404 || status === 403) return true;
  const { keys } = readProblem(body);
  return (status === 400 && keys.includes('invalid_format')) || (status === 401 && keys.includes('invalid_caller_id'));
}

function theOrder(id: string, body: unknown, currency: Currency): Result<MerchantOrderFacts, GatewayFailure> {
  const order = readOrder(body, currency);
  if (order === null) return fail(unreadable('fetchMerchantOrder', 'the merchant order cannot be read'));
  if (order.id !== id) return fail(unreadable('fetchMerchantOrder', 'the answer is about another merchant order'));
  return ok(order);
}

const searchSchema = z.looseObject({
  // `null`, not `[]`, before the first scan.
  elements: z
    .array(z.unknown())
    .nullable()
    .transform((elements) => (elements ?? []).filter((element) => element !== null)),
  total: orNull(z.number()),
});

const paymentSchema = z.looseObject({
  id: wireIdSchema,
  status: z.string(),
  status_detail: orNull(z.string()),
  transaction_amount: wireAmountSchema,
  amount_refunded: orNull(wireAmountSchema),
  currency_id: orNull(z.string()),
});

const orderSchema = z.looseObject({
  id: wireIdSchema,
  status: z.string(),
  external_reference: orNull(wireTextSchema),
  collector: orNull(z.looseObject({ id: orNull(wireIdSchema) })),
  total_amount: wireAmountSchema,
  payments: orNull(z.array(paymentSchema)),
});

function readOrder(body: unknown, currency: Currency): MerchantOrderFacts | null {
  const order = orderSchema.safeParse(body);
  if (!order.success) return null;
  const { data } = order;
  const facts = merchantOrderFactsSchema.safeParse({
    id: data.id,
    status: data.status,
    reference: data.external_reference,
    collectorId: data.collector?.id ?? null,
    total: fromDecimal(data.total_amount, currency),
    payments: (data.payments ?? []).map((payment) => ({
      id: payment.id,
      status: payment.status,
      statusDetail: payment.status_detail,
      amount: amountIn(payment.currency_id, payment.transaction_amount),
      refunded: amountIn(payment.currency_id, payment.amount_refunded ?? 0),
      currency: payment.currency_id ?? '',
    })),
  });
  return facts.success ? facts.data : null;
}

/** A currency that we do not know is counted in hundredths. It never pays a sale: a person is shown it. */
function amountIn(currencyId: string | null, value: number): MinorUnits | null {
  return fromDecimal(value, currencySchema.catch('ARS').parse(currencyId));
}
