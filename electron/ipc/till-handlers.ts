import { ok } from '../../shared/errors';
import type { Till } from '../till';
import { cashHandlers } from './cash-handlers';
import { peopleHandlers } from './people-handlers';
import { diagnosticsHandlers } from './diagnostics-handlers';
import { productFileHandlers } from './product-file-handlers';
import { settingsHistoryHandlers } from './settings-history-handlers';
import { heldSaleHandlers } from './held-sale-handlers';
import { productHandlers } from './product-handlers';
import { nothingToRecover } from './recovery-handlers';
import { absenceOf } from './absence-of';
import type { RequestHandlers } from './serve-requests';
import { reportHandlers } from './report-handlers';
import { salesHandlers } from './sales-handlers';
import { setupHandlers } from './setup-handlers';
import { ticketDesignHandlers } from './ticket-design-handlers';
import { shiftHandlers } from './shift-handlers';

/** What each request of the contract does. Nothing is decided here. */
export function tillHandlers(till: Till): RequestHandlers {
  const { catalogue, desk, people, refunds, settings, strays } = till;
  const absence = () => absenceOf(people);
  return {
    'till.snapshot': () => ok(till.snapshot()),

    'catalogue.text': async ({ version }) => ok(await catalogue.readText(version)),
    ...productHandlers(till),

    'draft.load': () => ok(settings.readDraft()),
    'draft.save': (draft) => {
      till.saveDraft(draft);
      return ok(undefined);
    },
    'draft.void': ({ draft, approval }) => till.voidDraft(draft, approval),

    ...heldSaleHandlers(till),

    'checkout.start': ({ draft, expectedTotal, cash, approval }) => till.charge(draft, expectedTotal, cash, approval),
    'checkout.verify': ({ checkoutId }) => desk.verify(checkoutId),
    'checkout.cancel': ({ checkoutId }) => absence() ?? desk.cancel(checkoutId),
    'checkout.finish': ({ checkoutId }) => desk.finish(checkoutId),
    'ticket.reprint': ({ checkoutId }) => absence() ?? desk.reprint(checkoutId, till.operator()),
    'ticket.seen': ({ checkoutId, jobId }) => desk.ticketSeen(checkoutId, jobId),

    'review.dismiss': ({ checkoutId, ...words }) =>
      till.decide(words, (decision) => desk.dismiss(checkoutId, decision)),
    'review.link': ({ checkoutId, ...words }) => till.decide(words, (decision) => desk.link(checkoutId, decision)),
    'review.decideStray': ({ paymentId, saleNumber, ...words }) =>
      till.decide(words, (decision) => strays.decide(paymentId, saleNumber, decision)),
    'refund.request': ({ refundId, checkoutId, paymentId, amount, lines, ...words }) =>
      till.decide(words, (decision) =>
        refunds.request({ id: refundId, checkoutId, paymentId, amount, lines, decision }),
      ),
    'refund.reprint': ({ refundId }) => absence() ?? refunds.reprint(refundId, till.operator()),
    'refund.seen': ({ refundId, jobId }) => refunds.slipSeen(refundId, jobId),
    'refund.acknowledge': ({ refundId }) => refunds.acknowledge(refundId),

    ...salesHandlers(till),
    'interrupted.acknowledge': ({ checkoutId }) => desk.acknowledge(checkoutId),

    'lease.takeOver': ({ approval }) => till.takeOverRegister(approval),

    ...peopleHandlers(people),

    ...nothingToRecover,
    ...productFileHandlers(till),
    ...diagnosticsHandlers(till),
    ...settingsHistoryHandlers(till),
    ...ticketDesignHandlers(till),

    ...shiftHandlers(till),
    ...reportHandlers(till),

    'register.qrImage': () => ok(till.qrImage()),

    ...setupHandlers(till),

    ...cashHandlers(till),
  };
}
