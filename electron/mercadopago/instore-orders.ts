import { z } from 'zod';
import { fail, ok } from '../../shared/errors';
import type { PaymentGateway, PendingOrder, RegisterAddress } from '../checkout/payment-gateway';
import type { Answer } from './answer';
import { NO_ORDER_ON_REGISTER } from './documented-errors';
import { failureOf, notSent, unreadable } from './error-mapping';
import type { MercadoPagoHttp } from './mercado-pago-http';
import { orderBody } from './order-body';
import { path } from './path';
import { readProblem } from './problem';
import { orNull, wireTextSchema } from './wire-schemas';

/** The calls of "Instore Orders v2": the order on a caja. */
export function instoreOrders(
  http: MercadoPagoHttp,
  userId: string,
): Pick<PaymentGateway, 'putOrder' | 'findPendingOrder' | 'deleteOrder'> {
  // The store is in the path of PUT only: with it, GET and DELETE are answered by a 405 page.
  const ordersOf = (register: RegisterAddress): string | null =>
    path`/instore/qr/seller/collectors/${userId}/pos/${register.externalPosId}/orders`;

  return {
    putOrder: async (attempt, terms) => {
      const { register } = attempt;
      if (attempt.collectorId !== userId) {
        return fail(notSent('putOrder', 'accountForbidden', 'the attempt belongs to another account'));
      }
      const url = path`/instore/qr/seller/collectors/${userId}/stores/${register.externalStoreId}/pos/${register.externalPosId}/orders`;
      if (url === null) return fail(notSent('putOrder', 'registerNotFound', 'the caja has no usable external id'));
      const body = orderBody(attempt, terms);
      if (!body.ok) return fail(notSent('putOrder', body.error.code, body.error.why));
      const answer = await http.write('putOrder', { method: 'PUT', path: url, body: body.value });
      return isSuccess(answer) ? ok(undefined) : fail(failureOf('putOrder', answer));
    },

    findPendingOrder: async (register) => {
      const url = ordersOf(register);
      if (url === null) {
        return fail(notSent('findPendingOrder', 'registerNotFound', 'the caja has no usable external id'));
      }
      const answer = await http.read('findPendingOrder', url);
      if (saysNoOrder(answer)) return ok(null);
      if (!isSuccess(answer) || answer.form !== 'json') return fail(failureOf('findPendingOrder', answer));
      const orders = pendingSchema.safeParse(answer.body);
      return orders.success
        ? ok(orders.data)
        : fail(unreadable('findPendingOrder', 'the order on the caja cannot be read'));
    },

    deleteOrder: async (register) => {
      const url = ordersOf(register);
      if (url === null) return fail(notSent('deleteOrder', 'registerNotFound', 'the caja has no usable external id'));
      const answer = await http.write('deleteOrder', { method: 'DELETE', path: url });
      return isSuccess(answer) || saysNoOrder(answer) ? ok(undefined) : fail(failureOf('deleteOrder', answer));
    },
  };
}

const orderSchema = z
  .looseObject({ external_reference: orNull(wireTextSchema), total_amount: z.unknown(), items: z.unknown() })
  // `{}` or an error with status 200 must not pass for an order, nor for none.
  .refine((order) => order.external_reference !== null || order.total_amount !== undefined)
  // An order that another system put without a reference is there all the same, and is not ours.
  .transform((order): PendingOrder => ({ reference: order.external_reference ?? '' }));

/** The reference declares an array, captures show one object. */
const pendingSchema = z.union([
  z.array(orderSchema).transform((orders): PendingOrder | null => orders[0] ?? null),
  orderSchema,
]);

/** 204 is documented, 200 is in the OpenAPI. A page with status 200 was not written by Mercado Pago. */
function isSuccess(answer: Answer): answer is Answer & { readonly kind: 'answered' } {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300 && answer.form !== 'other';
}

function saysNoOrder(answer: Answer): boolean {
  return (
    answer.kind === 'answered' && answer.status === 404 && readProblem(answer.body).keys.includes(NO_ORDER_ON_REGISTER)
  );
}
