import { linesBack } from '../../../shared/refund/lines-back';
import type { Case } from './cases/case';
import type { Stage } from './stage';
import { phaseOf } from './step-name';

/** What a shop owner would count when everything is over. */
export interface Count {
  /** Phases of the attempts to charge this sale: one attempt, whatever happened. */
  readonly charges: readonly string[];
  readonly papers: number;
  /** Whole papers that a strict printer objects to: the torn one before them reached into them. */
  readonly spoiltPapers: number;
  readonly orders: number;
  readonly refunds: number;
  readonly slips: number;
  /** Lines of the sale that can't come back once more. */
  readonly linesBack: readonly number[];
  /** Left on the caja for the next customer to pay. */
  readonly leftOnCaja: number;
  /** The papers that people were asked about. */
  readonly asked: readonly string[];
  readonly untold: number;
  /** Print jobs that are neither done nor in somebody's hands. */
  readonly unfinishedJobs: number;
  readonly disk: string;
}

export function expectedCount({ ends }: Case, { inDoubt, comesBack }: Stage): Count {
  return {
    charges: [ends.phase],
    papers: ends.papers,
    spoiltPapers: 0,
    orders: ends.orders,
    refunds: ends.refunds ?? 0,
    slips: ends.slips ?? 0,
    linesBack: (ends.refunds ?? 0) > 0 ? comesBack : [],
    leftOnCaja: 0,
    asked: [...inDoubt].sort(),
    untold: 0,
    unfinishedJobs: 0,
    disk: 'ok',
  };
}

/** Counts at the printer, at Mercado Pago and on the disk itself. */
export function countFor(stage: Stage): Count {
  const { shop, control, draft } = stage;
  const { checkouts, printJobs, refunds, integrity } = shop.stored();
  const ours = checkouts.filter(({ attempt }) => attempt.sale.id === draft.saleId);
  const ids = new Set(ours.map(({ attempt }) => attempt.checkoutId));
  const references = new Set(ours.map(({ attempt }) => attempt.reference));
  return {
    charges: ours.map(phaseOf),
    papers: stage.papers(),
    spoiltPapers: stage.spoiltPapers(),
    orders: control.orders().filter(({ externalReference }) => references.has(externalReference)).length,
    refunds: [...references]
      .flatMap((reference) => control.merchantOrders(reference))
      .flatMap(({ payments }) => payments.flatMap(({ refunds }) => refunds))
      .filter(({ status }) => status === 'approved').length,
    slips: stage.slips(),
    linesBack: [
      ...linesBack(
        [],
        refunds.filter(({ refund }) => ids.has(String(refund.checkoutId))),
      ),
    ],
    leftOnCaja: control.allPos().filter(({ order }) => order && references.has(order.externalReference)).length,
    asked: [...stage.asked].sort(),
    untold: stage.untold,
    unfinishedJobs: printJobs.filter((job) => ids.has(String(job.checkoutId)) && !ended.has(job.state)).length,
    disk: integrity,
  };
}

const ended = new Set(['printed', 'failed', 'unconfirmed']);

export function inWords({ charges, papers, orders, refunds, slips, asked }: Count): string {
  return [
    charges.join(' + '),
    `${papers} ${papers === 1 ? 'paper' : 'papers'}`,
    `${orders} ${orders === 1 ? 'order' : 'orders'}`,
    ...(refunds > 0
      ? [`${refunds} ${refunds === 1 ? 'refund' : 'refunds'}`, `${slips} ${slips === 1 ? 'slip' : 'slips'}`]
      : []),
    ...(asked.length > 0 ? [`asked about ${asked.length}`] : []),
  ].join(' · ');
}
