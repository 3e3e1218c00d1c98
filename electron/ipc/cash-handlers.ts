import { fail } from '../../shared/errors';
import type { cashRequests } from '../../shared/ipc/cash-requests';
import type { Till } from '../till';
import type { RequestHandlers } from './serve-requests';

/** Money over the counter. */
export function cashHandlers(till: Till): Pick<RequestHandlers, Exclude<keyof typeof cashRequests, 'setup.saveCash'>> {
  const { cash, people } = till;
  const present = () => {
    const absence = people.absence();
    return absence ? fail({ code: absence }) : null;
  };
  return {
    'cash.pay': ({ approval, ...offer }) => till.payInCash(offer, approval),
    'cash.finish': ({ saleId }) => cash.finish(saleId),
    'cash.reprint': ({ saleId }) => present() ?? cash.reprint(saleId, till.operator()),
    'cash.ticketSeen': ({ saleId, jobId }) => cash.ticketSeen(saleId, jobId),
    'cash.refund': ({ refundId, saleId, amount, lines, ...words }) =>
      till.decide(words, (decision) => cash.refund({ id: refundId, saleId, amount, lines, decision })),
    'cash.slipReprint': ({ refundId }) => present() ?? cash.slipReprint(refundId, till.operator()),
    'cash.slipSeen': ({ refundId, jobId }) => cash.slipSeen(refundId, jobId),
  };
}
