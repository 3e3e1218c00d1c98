import { randomUUID } from 'node:crypto';
import type { CashMovement, ClosedShift, OpenShift, ShiftFigures } from '../../shared/shift/shift';
import type { Reconciliation } from '../../shared/shift/reconciliation';
import type { PaperFacts, Ticket } from '../../shared/ticket/ticket';
import { paperOf, type TicketSettings } from '../checkout/ticket-of';
import type { PrintJob } from '../printing/print-job';

/** What the papers of a shift say beside it. */
export interface PaperPorts {
  readonly settings: () => TicketSettings;
  readonly timeZone: () => string | null;
}

/** Which copy, and for whom: `asked` is null for the original. */
export interface Copy {
  readonly copy: number;
  readonly asked: PaperFacts['reprint'];
}

export const original: Copy = { copy: 0, asked: null };

export function cashSlipJob(
  { direction, amount, reason, by, at }: CashMovement,
  shiftNumber: number,
  { copy, asked }: Copy,
  ports: PaperPorts,
): PrintJob {
  const paper = paperOf(ports.settings(), ports.timeZone());
  return jobOf('shift', copy, {
    ...paper,
    kind: 'cashMovement',
    direction,
    amount,
    reason,
    by,
    at,
    shiftNumber,
    copy,
    reprint: asked,
  });
}

/** For now or never: whoever asks for it stands there. */
export function xReportJob(
  { number, opening }: OpenShift,
  figures: ShiftFigures,
  at: string,
  ports: PaperPorts,
): PrintJob {
  const { cashIn, cashOut, qrSales, qrRefunds } = figures;
  return jobOf('report', 0, {
    ...paperOf(ports.settings(), ports.timeZone()),
    kind: 'xReport',
    number,
    openedAt: opening.at,
    openedBy: opening.by,
    float: opening.float,
    at,
    cashIn,
    cashOut,
    qrSales,
    qrRefunds,
    copy: 0,
  });
}

export function zReportJob(
  { number, opening, counts, closing }: ClosedShift,
  reconciliation: Reconciliation | null,
  { copy, asked }: Copy,
  ports: PaperPorts,
): PrintJob {
  const last = counts.at(-1);
  if (!last) throw new Error(`shift ${number} was closed without a count`);
  return jobOf('shift', copy, {
    ...paperOf(ports.settings(), ports.timeZone()),
    kind: 'zReport',
    number,
    openedAt: opening.at,
    openedBy: opening.by,
    float: opening.float,
    closedAt: closing.at,
    closedBy: closing.by,
    figures: closing.figures,
    count: last.count,
    counted: closing.counted,
    difference: closing.difference,
    note: closing.note,
    earlierCounts: counts.slice(0, -1).map(({ counted }) => counted),
    reconciled: reconciliation && {
      findings: reconciliation.findings.length,
      commission: reconciliation.commission,
      net: reconciliation.net,
      complete: reconciliation.untold === 0,
    },
    copy,
    reprint: asked,
  });
}

function jobOf(kind: 'shift' | 'report', copy: number, ticket: Ticket): PrintJob {
  return { id: randomUUID(), checkoutId: null, kind, copy, ticket, state: 'queued', trouble: null };
}
