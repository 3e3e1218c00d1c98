import { fail, type Result } from '../../shared/errors';
import type { GatewayFailure, PaymentGateway } from './payment-gateway';

/**
 * The gateway of whatever account is connected at the moment of each call. A token that is replaced during a charge is
 * used from the next call on, and a charge that was taken up without one goes on when there is one.
 */
export function presentGateway(find: () => PaymentGateway | null): PaymentGateway {
  const ask = <Value>(
    call: (gateway: PaymentGateway) => Promise<Result<Value, GatewayFailure>>,
  ): Promise<Result<Value, GatewayFailure>> => {
    const gateway = find();
    return gateway ? call(gateway) : Promise.resolve(fail(notConnected));
  };
  return {
    findPendingOrder: (register) => ask((gateway) => gateway.findPendingOrder(register)),
    putOrder: (attempt, terms) => ask((gateway) => gateway.putOrder(attempt, terms)),
    deleteOrder: (register) => ask((gateway) => gateway.deleteOrder(register)),
    fetchMerchantOrder: (id) => ask((gateway) => gateway.fetchMerchantOrder(id)),
    searchMerchantOrders: (reference) => ask((gateway) => gateway.searchMerchantOrders(reference)),
    fetchPayment: (id) => ask((gateway) => gateway.fetchPayment(id)),
    searchPayments: (search) => ask((gateway) => gateway.searchPayments(search)),
    requestRefund: (request) => ask((gateway) => gateway.requestRefund(request)),
    listRefunds: (paymentId) => ask((gateway) => gateway.listRefunds(paymentId)),
    clockSkewMs: () => find()?.clockSkewMs() ?? 0,
  };
}

const notConnected: GatewayFailure = {
  code: 'notConfigured',
  outcomeKnown: true,
  retryAfterMs: null,
  detail: 'no account is connected',
};
