import { z } from 'zod';
import type { Currency } from '../../shared/country';
import { fail, ok } from '../../shared/errors';
import { fromDecimal, toDecimal } from '../../shared/money';
import type { PaymentGateway, ProviderRefund } from '../checkout/payment-gateway';
import { failureOf, notSent, unreadable } from './error-mapping';
import type { MercadoPagoHttp } from './mercado-pago-http';
import { path } from './path';
import { wireAmountSchema, wireIdSchema } from './wire-schemas';

/** The calls of "Refunds" (`/v1/payments/{id}/refunds`). `currency` is the account's. */
export function refunds(
  http: MercadoPagoHttp,
  currency: Currency,
): Pick<PaymentGateway, 'requestRefund' | 'listRefunds'> {
  const refundsOf = (paymentId: string): string | null =>
    /^\d{1,30}$/.test(paymentId) ? path`/v1/payments/${paymentId}/refunds` : null;

  return {
    requestRefund: async ({ paymentId, amount, idempotencyKey }) => {
      const url = refundsOf(paymentId);
      if (url === null) return fail(notSent('requestRefund', 'paymentNotFound', 'not a payment number'));
      const answer = await http.write('requestRefund', {
        method: 'POST',
        path: url,
        // Without an amount everything goes back: the one form that every payment method takes.
        body: amount === null ? {} : { amount: toDecimal(amount, currency) },
        headers: {
          'X-Idempotency-Key': idempotencyKey,
          // Or a refund that Pix has not finished comes as a 400 although it was made (refund-pix guide).
          'X-Render-In-Process-Refunds': 'true',
        },
      });
      if (answer.kind !== 'answered' || answer.status < 200 || answer.status > 299 || answer.form !== 'json') {
        return fail(failureOf('requestRefund', answer));
      }
      const refund = readRefund(answer.body, currency);
      // It was done, and what it says cannot be read: the list will say it.
      return refund
        ? ok(refund)
        : fail({ ...unreadable('requestRefund', 'the refund cannot be read'), outcomeKnown: false });
    },

    listRefunds: async (paymentId) => {
      const url = refundsOf(paymentId);
      if (url === null) return fail(notSent('listRefunds', 'paymentNotFound', 'not a payment number'));
      const answer = await http.read('listRefunds', url);
      if (answer.kind !== 'answered' || answer.status !== 200 || answer.form !== 'json') {
        return fail(failureOf('listRefunds', answer));
      }
      const list = z.array(z.unknown()).safeParse(answer.body);
      if (!list.success) return fail(unreadable('listRefunds', 'the list cannot be read'));
      const found = list.data.map((one) => readRefund(one, currency));
      const readable = found.filter((one) => one !== null);
      return readable.length === found.length
        ? ok(readable)
        : fail(unreadable('listRefunds', 'a refund cannot be read'));
    },
  };
}

const refundSchema = z.looseObject({
  id: wireIdSchema,
  amount: wireAmountSchema,
  status: z.string().nullish(),
  date_created: z.string().nullish(),
});

const statuses: Readonly<Record<string, ProviderRefund['status']>> = {
  approved: 'approved',
  rejected: 'rejected',
  cancelled: 'rejected',
};

function readRefund(body: unknown, currency: Currency): ProviderRefund | null {
  const parsed = refundSchema.safeParse(body);
  if (!parsed.success) return null;
  const amount = fromDecimal(parsed.data.amount, currency);
  if (amount === null) return null;
  const createdAt = new Date(parsed.data.date_created ?? Number.NaN);
  return {
    id: parsed.data.id,
    amount,
    // A status that no document names is not yet an approval.
    status: statuses[parsed.data.status ?? ''] ?? 'inProcess',
    createdAt: Number.isNaN(createdAt.getTime()) ? null : createdAt.toISOString(),
  };
}
