import { draftTotal } from '../../../shared/sale';
import { minor } from '../../../shared/money';
import type { Script, Stage } from './stage';

/** What a shop owner would count of a sale that was paid over the counter. */
export interface CashCount {
  /** Cash tenders of the sale, oldest first. */
  readonly tenders: readonly number[];
  readonly cashSales: number;
  readonly papers: number;
  readonly slips: number;
  readonly unfinishedJobs: number;
  readonly disk: string;
}

interface CashCase {
  readonly script: Script;
  readonly papers: number;
  readonly slips: number;
  readonly refunded: boolean;
  /** What of it was paid in cash, where the rest came by QR. */
  readonly part?: number;
}

const decision = { by: 'Ana', note: 'Se equivocó de producto' };
const totalOf = ({ draft }: Stage) => draftTotal(draft);

/** The sale as the till lists it; null while it has none. */
async function listed({ shop, draft }: Stage) {
  const found = await shop.request('sales.find', { limit: 1 });
  const record = found.ok ? found.value.records[0] : undefined;
  return record?.kind === 'cash' && record.sale.sale.id === draft.saleId ? record : null;
}

async function takes(stage: Stage): Promise<void> {
  const total = totalOf(stage);
  const offer = { draft: stage.draft, expectedTotal: total, expectedDue: total, received: minor(total + 500) };
  const reply = await stage.shop.request('cash.pay', offer);
  if (reply.ok) return;
  // Who plays it again after the power went has put the sale away already.
  if (reply.error.code === 'saleAlreadyPaid' && (await listed(stage))) return;
  throw new Error(`the cash was refused: ${reply.error.code}`);
}

/** Waits for the paper, looks at the printer when the till asks, and answers. */
async function hasTheTicket(stage: Stage, copy = 0): Promise<void> {
  const { shop, draft } = stage;
  const { sale } = await shop.until('the paper', async () => {
    const record = await listed(stage);
    return record && ['printed', 'unconfirmed'].includes(record.sale.ticket.status) ? record : null;
  });
  if (sale.ticket.copy < copy) {
    await shop.request('cash.reprint', { saleId: draft.saleId });
    await hasTheTicket(stage, copy);
  }
}

async function givesBack(stage: Stage): Promise<void> {
  const { shop, refundId, draft } = stage;
  const wish = { refundId, saleId: draft.saleId, amount: totalOf(stage), lines: [0], ...decision };
  const reply = await shop.request('cash.refund', wish);
  if (!reply.ok) throw new Error(`the refund was refused: ${reply.error.code}`);
}

async function hasTheSlip(stage: Stage, copy = 0): Promise<void> {
  const { shop, refundId } = stage;
  const { slip } = await shop.until('the slip', async () => {
    const found = await shop.request('sales.find', { limit: 1 });
    const record = found.ok ? found.value.records[0] : undefined;
    const refund = record?.cashRefunds.find(({ id }) => id === refundId);
    return refund && ['printed', 'unconfirmed'].includes(refund.slip.status) ? refund : null;
  });
  if (slip.copy < copy) {
    await shop.request('cash.slipReprint', { refundId });
    await hasTheSlip(stage, copy);
  }
}

const putsAway = (stage: Stage) => stage.shop.request('cash.finish', { saleId: stage.draft.saleId });

const sold: CashCase = {
  script: async (stage) => {
    await takes(stage);
    await hasTheTicket(stage);
    await putsAway(stage);
  },
  papers: 1,
  slips: 0,
  refunded: false,
};

const givenBack: CashCase = {
  script: async (stage) => {
    await sold.script(stage);
    await givesBack(stage);
    await hasTheSlip(stage);
  },
  papers: 1,
  slips: 1,
  refunded: true,
};

const PART = 100_000;

/** A part over the counter, the rest by QR: nobody tells the till of the payment, so it finds it by looking. */
const mixed: CashCase = {
  script: async (stage) => {
    if (!(await stage.look())) {
      const { draft, shop } = stage;
      const charge = { draft, expectedTotal: totalOf(stage), cash: minor(PART) };
      const reply = await shop.request('checkout.start', charge);
      if (!reply.ok) throw new Error(`the charge was refused: ${reply.error.code}`);
      await stage.look();
    }
    const phone = await stage.scans();
    await stage.once('pays', () => stage.control.pay(phone));
    await stage.hasThePaper();
    await stage.putsAway();
  },
  papers: 1,
  slips: 0,
  refunded: false,
  part: PART,
};

/** Every write of money over the counter, by its name in the trace. */
export const cashCases: Readonly<Record<string, CashCase>> = {
  'cash_sales: insert': sold,
  'cash_sales: finished_at': sold,
  'cash_sales: json': {
    ...sold,
    script: async (stage) => {
      await takes(stage);
      await hasTheTicket(stage, 1);
      await putsAway(stage);
    },
    papers: 2,
  },
  'cash_refunds: insert': givenBack,
  'cash_refunds: json': {
    ...givenBack,
    script: async (stage) => {
      await sold.script(stage);
      await givesBack(stage);
      await hasTheSlip(stage, 1);
    },
    slips: 2,
  },
  'begun: creatingOrder': mixed,
  'awaitingPayment, orderObserved: paid/queued': mixed,
};

export function expectedCash(stage: Stage, { papers, slips, refunded, part }: CashCase): CashCount {
  const total = totalOf(stage);
  if (part !== undefined) {
    return { tenders: [part], cashSales: 0, papers, slips, unfinishedJobs: 0, disk: 'ok' };
  }
  return {
    tenders: refunded ? [total, 0 - total] : [total],
    cashSales: 1,
    papers,
    slips,
    unfinishedJobs: 0,
    disk: 'ok',
  };
}

/** Counts at the printer and on the disk itself. */
export function countCash(stage: Stage): CashCount {
  const { shop, draft } = stage;
  const { cashSales, cashTenders, printJobs, integrity } = shop.stored();
  const amount = new Intl.NumberFormat('es-AR', { minimumFractionDigits: 2 }).format(totalOf(stage) / 100);
  const texts = shop.printer.papers().map(({ lines }) => lines.join('\n'));
  return {
    tenders: cashTenders.filter(({ saleId }) => saleId === draft.saleId).map((tender) => tender.amount),
    cashSales: cashSales.filter((saleId) => saleId === draft.saleId).length,
    papers: texts.filter((text) => new RegExp(`^TOTAL .*${amount}$`, 'm').test(text)).length,
    slips: texts.filter((text) => new RegExp(`^DEVUELTO .*${amount}$`, 'm').test(text)).length,
    unfinishedJobs: printJobs.filter(({ state }) => state === 'queued' || state === 'sending').length,
    disk: integrity,
  };
}
