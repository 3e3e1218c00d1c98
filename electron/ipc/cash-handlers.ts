import type { cashRequests } from '../../shared/ipc/cash-requests';
import type { Till } from '../till';
import type { RequestHandlers } from './serve-requests';

/** Money over the counter. */
export function cashHandlers(till: Till): Pick<RequestHandlers, keyof typeof cashRequests> {
  const { cash, setup } = till;
  return {
    'cash.pay': (offer) => cash.pay(offer),
    'cash.finish': ({ saleId }) => cash.finish(saleId),
    'cash.reprint': ({ saleId }) => cash.reprint(saleId, till.operator()),
    'cash.ticketSeen': ({ saleId, jobId }) => cash.ticketSeen(saleId, jobId),
    'cash.refund': ({ refundId, saleId, amount, lines, ...words }) =>
      till.decide(words, (decision) => cash.refund({ id: refundId, saleId, amount, lines, decision })),
    'cash.slipReprint': ({ refundId }) => cash.slipReprint(refundId, till.operator()),
    'cash.slipSeen': ({ refundId, jobId }) => cash.slipSeen(refundId, jobId),
    'setup.saveCash': (settings) => setup.save({ cash: settings }),
  };
}
