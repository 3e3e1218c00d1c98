import { ok } from '../../shared/errors';
import type { Till } from '../till';
import { heldSaleHandlers } from './held-sale-handlers';
import { productHandlers } from './product-handlers';
import { nothingToRecover } from './recovery-handlers';
import type { RequestHandlers } from './serve-requests';

const FAVOURITES_SHOWN = 24;

/** What each request of the contract does. Nothing is decided here. */
export function tillHandlers(till: Till): RequestHandlers {
  const { catalogue, desk, refunds, settings, setup, strays } = till;
  return {
    'till.snapshot': () => ok(till.snapshot()),

    'catalogue.search': ({ query, limit }) => ok([...catalogue.search(query, limit)]),
    'catalogue.favourites': () => ok([...catalogue.favourites(FAVOURITES_SHOWN)]),
    ...productHandlers(till),

    'draft.load': () => ok(settings.readDraft()),
    'draft.save': (draft) => {
      till.saveDraft(draft);
      return ok(undefined);
    },

    ...heldSaleHandlers(till.held),

    'checkout.start': ({ draft, expectedTotal }) => till.charge(draft, expectedTotal),
    'checkout.verify': ({ checkoutId }) => desk.verify(checkoutId),
    'checkout.cancel': ({ checkoutId }) => desk.cancel(checkoutId),
    'checkout.finish': ({ checkoutId }) => desk.finish(checkoutId),
    'ticket.reprint': ({ checkoutId }) => desk.reprint(checkoutId, till.operator()),
    'ticket.seen': ({ checkoutId, jobId }) => desk.ticketSeen(checkoutId, jobId),

    'review.dismiss': ({ checkoutId, ...words }) =>
      till.decide(words, (decision) => desk.dismiss(checkoutId, decision)),
    'review.link': ({ checkoutId, ...words }) => till.decide(words, (decision) => desk.link(checkoutId, decision)),
    'review.decideStray': ({ paymentId, saleNumber, ...words }) =>
      till.decide(words, (decision) => strays.decide(paymentId, saleNumber, decision)),
    'refund.request': ({ refundId, checkoutId, paymentId, amount, ...words }) =>
      till.decide(words, (decision) => refunds.request({ id: refundId, checkoutId, paymentId, amount, decision })),
    'refund.reprint': ({ refundId }) => refunds.reprint(refundId, till.operator()),
    'refund.seen': ({ refundId, jobId }) => refunds.slipSeen(refundId, jobId),
    'refund.acknowledge': ({ refundId }) => refunds.acknowledge(refundId),

    'sales.find': ({ number, limit }) => ok(till.findSales(number, limit)),
    'interrupted.acknowledge': ({ checkoutId }) => desk.acknowledge(checkoutId),

    'lease.takeOver': () => till.takeOverRegister(),

    ...nothingToRecover,

    'register.qrImage': () => ok(till.qrImage()),

    'setup.connectAccount': ({ token }) => setup.connectAccount(token),
    'setup.listStores': () => setup.listStores(),
    'setup.createStore': (store) => setup.createStore(store),
    'setup.listRegisters': ({ storeId }) => setup.listRegisters(storeId),
    'setup.createRegister': (register) => setup.createRegister(register),
    'setup.chooseRegister': (choice) => setup.chooseRegister(choice),
    'setup.pairRelay': ({ pairing }) => setup.pairRelay(pairing),
    'setup.unpairRelay': () => setup.unpairRelay(),
    'setup.findPrinters': async () => ok([...(await till.findPrinters())]),
    'setup.choosePrinter': (printer) => setup.save({ printer }),
    'setup.printTest': () => till.printTest(),
    'setup.openDrawer': () => till.openDrawer(),
    'setup.saveBusiness': (business) => setup.save({ business }),
    'setup.saveSelling': (selling) => setup.save({ selling }),
    'setup.saveCharge': (charge) => setup.save({ charge }),
    'setup.saveCustomerScreen': (choice) => setup.save(choice),
  };
}
