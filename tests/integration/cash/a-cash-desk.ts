import { CashDesk } from '../../../electron/cash/cash-desk';
import { createCashStore } from '../../../electron/storage/cash-store';
import { createTenderStore } from '../../../electron/storage/tender-store';
import { roundForCash } from '../../../shared/cash/cash-rounding';
import { minor } from '../../../shared/money';
import { draftTotal, type Draft } from '../../../shared/sale';
import { startDesk, type DeskOptions } from '../../support/a-desk';

/** A counter that takes cash beside QR, on one disk; nothing prints. */
export async function startCashDesk(options: DeskOptions = {}) {
  const desk = await startDesk(options);
  const open = () => {
    const tenders = createTenderStore(desk.db);
    const store = createCashStore(desk.db, tenders, desk.printJobs);
    const cash = new CashDesk({
      store,
      tenders,
      settings: () => desk.settings.read(),
      close: (draft, expectedTotal) => desk.desk.closeSale(draft, expectedTotal),
      paidCharge: (saleId) => desk.checkouts.findPaid(saleId),
      qrRefunds: () => [],
      refusal: () => null,
      printJob: (id) => desk.printJobs.find(id),
      printQueued: () => undefined,
      publish: () => undefined,
      operator: () => 'Marina',
      now: () => new Date(),
      timeZone: () => null,
    });
    return { tenders, store, cash };
  };
  let opened = open();
  return {
    desk,
    get cash() {
      return opened.cash;
    },
    get store() {
      return opened.store;
    },
    get tenders() {
      return opened.tenders;
    },
    offer: (draft: Draft, received: number) => {
      const expectedTotal = draftTotal(draft);
      const { due } = roundForCash(expectedTotal, { step: 100, toward: 'customer' });
      return opened.cash.pay({ draft, expectedTotal, expectedDue: due, received: minor(received) });
    },
    /** The program ends without a word, and starts again on the same disk. */
    restart: () => {
      desk.restart();
      opened = open();
    },
    stop: () => desk.stop(),
  };
}
