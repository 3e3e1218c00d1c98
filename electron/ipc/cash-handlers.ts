import type { cashRequests } from '../../shared/ipc/cash-requests';
import type { Till } from '../till';
import { absenceOf } from './absence-of';
import type { RequestHandlers } from './serve-requests';

/** Money over the counter. */
export function cashHandlers(till: Till): Pick<RequestHandlers, Exclude<keyof typeof cashRequests, 'setup.saveCash'>> {
  const { cash, people } = till;
  const absence = () => absenceOf(people);
  return {
    'cash.pay': ({ approval, ...offer }) => till.payInCash(offer, approval),
    'cash.finish': ({ saleId }) => cash.finish(saleId),
    'cash.reprint': ({ saleId }) => absence() ?? cash.reprint(saleId, till.operator()),
    'cash.ticketSeen': ({ saleId, jobId }) => cash.ticketSeen(saleId, jobId),
    'cash.refund': ({ refundId, saleId, amount, lines, ...words }) =>
      till.decide(words, (decision) => cash.refund({ id: refundId, saleId, amount, lines, decision })),
    'cash.slipReprint': ({ refundId }) => absence() ?? cash.slipReprint(refundId, till.operator()),
    'cash.slipSeen': ({ refundId, jobId }) => cash.slipSeen(refundId, jobId),
  };
}
