import type { CheckoutState } from '../../../shared/checkout/state';
import type { PrintJob } from '../../../electron/printing/print-job';
import type { RefundState } from '../../../shared/refund/refund';
import type { MerchantOrderView, OrderView } from '../../../simulator/control/views';
import type { FragileShop } from '../crash/fragile-shop';
import type { StoredRows } from '../crash/stored-rows';

/** A whole paper that the printer cut. */
export interface Paper {
  readonly kind: 'ticket' | 'slip';
  /** 0 is the original. */
  readonly copy: number;
  /** What a strict printer objects to. */
  readonly problems: readonly string[];
}

/** All that three witnesses know of one charge: the till's disk, Mercado Pago and the paper. */
export interface ChargeFacts {
  readonly state: CheckoutState;
  readonly inReview: boolean;
  readonly refunds: readonly RefundState[];
  readonly jobs: readonly PrintJob[];
  readonly orders: readonly OrderView[];
  readonly merchantOrders: readonly MerchantOrderView[];
  readonly papers: readonly Paper[];
}

/** The same of a whole shop, with what nobody's charge explains. */
export interface ShopFacts {
  readonly charges: readonly ChargeFacts[];
  /** References of orders that no charge of the till has. */
  readonly foreignOrders: readonly string[];
  readonly foreignPapers: number;
  /** Orders that the next customer could pay. */
  readonly leftOnCajas: readonly string[];
  readonly integrity: string;
}

export function collectFacts({ control, printer }: FragileShop, stored: StoredRows): ShopFacts {
  const papers = printer.papers().map(readPaper).filter(isWhole);
  const orders = control.orders();
  const merchantOrders = control.merchantOrders();
  const inReview = new Set(stored.inReview);
  const references = new Set<string>(stored.checkouts.map(({ attempt }) => attempt.reference));
  return {
    charges: stored.checkouts.map((state) => {
      const { checkoutId, reference } = state.attempt;
      return {
        state,
        inReview: inReview.has(checkoutId),
        refunds: stored.refunds.filter(({ refund }) => refund.checkoutId === checkoutId),
        jobs: stored.printJobs.filter((job) => job.checkoutId === checkoutId),
        orders: orders.filter((order) => order.externalReference === reference),
        merchantOrders: merchantOrders.filter((order) => order.externalReference === reference),
        papers: papers.filter((paper) => paper.text.includes(reference)),
      };
    }),
    foreignOrders: orders.map((order) => order.externalReference).filter((reference) => !references.has(reference)),
    foreignPapers: papers.filter(({ text }) => ![...references].some((reference) => text.includes(reference))).length,
    leftOnCajas: control.allPos().flatMap(({ order }) => (order ? [order.externalReference] : [])),
    integrity: stored.integrity,
  };
}

/** What the cable or the power tore off before its reference names no sale, and nobody can take it for a ticket. */
function isWhole({ text }: { readonly text: string }): boolean {
  return (text.includes('TOTAL') || text.includes('DEVUELTO')) && text.includes('Referencia');
}

function readPaper({
  lines,
  problems,
}: {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
}): Paper & {
  readonly text: string;
} {
  const text = lines.join('\n');
  return {
    kind: text.includes('DEVUELTO') ? 'slip' : 'ticket',
    copy: Number(/REIMPRESIÓN (\d+)/.exec(text)?.[1] ?? 0),
    problems,
    text,
  };
}
