import { isDeepStrictEqual } from 'node:util';
import { isTooMuchCash } from '../../shared/cash/banknotes';
import { cashRoundingOf, roundForCash } from '../../shared/cash/cash-rounding';
import {
  fateOf,
  type CashPaper,
  type CashRefund,
  type CashSale,
  type StoredCashRefund,
  type StoredCashSale,
} from '../../shared/cash/cash-sale';
import type { Decision } from '../../shared/checkout/ledger';
import { nextCopy } from '../../shared/checkout/ticket-fate';
import type { CheckoutState, TicketFate } from '../../shared/checkout/state';
import { countries } from '../../shared/country';
import { fail, ok, type ErrorCode, type Result } from '../../shared/errors';
import { minor, type MinorUnits } from '../../shared/money';
import type { Operator } from '../../shared/people/people';
import { linesBack } from '../../shared/refund/lines-back';
import type { RefundState } from '../../shared/refund/refund';
import { closeDraft, type Draft, type Sale } from '../../shared/sale';
import type { Snapshot } from '../../shared/snapshot';
import { ticketTexts } from '../../shared/texts/ticket-texts';
import type { SalePermission } from '../checkout/close-sale';
import type { PrintJob } from '../printing/print-job';
import { localeOf } from '../setup/locale-of';
import type { CashStore } from '../storage/cash-store';
import type { Settings } from '../storage/settings-store';
import type { TenderStore } from '../storage/tender-store';
import { cashSlipJob, cashTicketJob } from './cash-papers';

export interface CashDeskPorts {
  readonly store: CashStore;
  readonly tenders: Pick<TenderStore, 'cashLeftOf'>;
  readonly settings: () => Settings;
  /** The sale as it may be paid now, or why it may not. */
  readonly close: (
    draft: Draft,
    expectedTotal: MinorUnits,
    granted: readonly SalePermission[],
  ) => Result<Omit<Sale, 'id'>>;
  /** A charge of which a part was paid in cash, to give that part back. */
  readonly paidCharge: (saleId: string) => Extract<CheckoutState, { kind: 'paid' }> | null;
  /** What went back of such a charge by QR, or is on its way. */
  readonly qrRefunds: (checkoutId: string) => readonly RefundState[];
  /** Why nothing may be sold now, if so. */
  readonly refusal: () => ErrorCode | null;
  readonly printJob: (id: string) => PrintJob | null;
  readonly printQueued: () => void;
  readonly publish: () => void;
  /** Whose name goes under what is done. */
  readonly operator: () => string;
  /** Who is at the till, where operators sign in. */
  readonly signedIn?: () => Operator | null;
  readonly now: () => Date;
  readonly timeZone: () => string | null;
}

/** What a cashier takes and what they saw when they took it. */
export interface CashOffer {
  readonly draft: Draft;
  readonly expectedTotal: MinorUnits;
  readonly expectedDue: MinorUnits;
  readonly received: MinorUnits;
}

export interface CashRefundWish {
  readonly id: string;
  readonly saleId: string;
  readonly amount: MinorUnits;
  readonly lines: readonly number[];
  readonly decision: Decision;
}

/**
 * Money over the counter. It needs no connection, no account and no relay: a sale is paid when its one transaction is on
 * disk, and what becomes of its paper is read from the print job, so that nothing is ever written twice.
 */
export class CashDesk {
  readonly #ports: CashDeskPorts;

  constructor(ports: CashDeskPorts) {
    this.#ports = ports;
  }

  snapshot(): Snapshot['cash'] {
    const { account, cash } = this.#ports.settings();
    const onScreen = this.#ports.store.onScreen();
    return {
      sale: onScreen && this.#shown(onScreen),
      rounding: cashRoundingOf(cash, account?.site ?? 'MLA'),
      roundingIsOurs: cash.rounding !== null,
    };
  }

  /**
   * The sale, its tender and its paper are on disk when this returns; the drawer opens with the paper.
   * @param alsoWrite is on disk with them, or nothing is
   */
  pay(
    { draft, expectedTotal, expectedDue, received }: CashOffer,
    granted: readonly SalePermission[] = [],
    alsoWrite: (saleNumber: number) => void = () => undefined,
  ): Result<{ saleId: string }> {
    const { store, close, refusal, settings, operator, now, timeZone, printQueued, publish } = this.#ports;
    const { saleId } = draft;
    const sold = store.findSale(saleId);
    // A second Enter asks for what is done and on the screen. More money for a sale that is over would be booked nowhere.
    if (sold) return isOnScreen(sold, draft, store) ? ok({ saleId }) : fail({ code: 'saleAlreadyPaid' });
    const refused = refusal();
    if (refused) return fail({ code: refused });
    const closed = close(draft, expectedTotal, granted);
    if (!closed.ok) return closed;
    const { account, cash, locale, register } = settings();
    const { site, currency } = countries[account?.site ?? 'MLA'];
    const { due, rounding } = roundForCash(closed.value.total, cashRoundingOf(cash, site));
    if (due !== expectedDue) return fail({ code: 'priceChanged' });
    if (received < due) return fail({ code: 'receivedTooLittle' });
    if (isTooMuchCash(due, received, currency)) return fail({ code: 'receivedTooMuch' });
    const signedIn = this.#ports.signedIn?.() ?? null;
    const sale: StoredCashSale = {
      sale: { id: saleId, ...closed.value },
      currency,
      registerName: register?.name ?? ticketTexts(localeOf({ locale, account })).register,
      due,
      rounding,
      received,
      change: minor(received - due),
      paidAt: now().toISOString(),
      by: operator(),
      ...(signedIn && { operator: { id: signedIn.id, name: signedIn.name } }),
      paper: firstPaper(saleId),
    };
    store.take(sale, cashTicketJob(sale, settings(), timeZone()), () => alsoWrite(sale.sale.number));
    printQueued();
    publish();
    return ok({ saleId });
  }

  /** The cashier has given the change. */
  finish(saleId: string): Result<undefined> {
    const { store, now, publish } = this.#ports;
    if (!store.findSale(saleId)) return fail({ code: 'nothingToDo' });
    store.finish(saleId, now().toISOString());
    publish();
    return ok(undefined);
  }

  /** @param by whose name stands beside REIMPRESIÓN */
  reprint(saleId: string, by: string): Result<undefined> {
    const { store, settings, timeZone } = this.#ports;
    const sale = store.findSale(saleId);
    const paper = sale && this.#nextPaper(sale.paper, by);
    if (!sale || !paper) return fail({ code: 'nothingToDo' });
    const next = { ...sale, paper };
    store.updateSale(next, cashTicketJob(next, settings(), timeZone()));
    return this.#printing();
  }

  ticketSeen(saleId: string, jobId: string): Result<undefined> {
    const sale = this.#ports.store.findSale(saleId);
    const paper = sale && this.#seenPaper(sale.paper, jobId);
    if (!sale || !paper) return fail({ code: 'nothingToDo' });
    this.#ports.store.updateSale({ ...sale, paper }, null);
    this.#ports.publish();
    return ok(undefined);
  }

  /** The money leaves the drawer: refund, tender and slip are on disk when this returns. */
  refund({ id, saleId, amount, lines, decision }: CashRefundWish): Result<{ refundId: string }> {
    const { store, tenders, settings, timeZone, paidCharge } = this.#ports;
    if (store.findRefund(id)) return ok({ refundId: id });
    const cashSale = store.findSale(saleId);
    const charge = cashSale ? null : paidCharge(saleId);
    const sale = cashSale?.sale ?? charge?.attempt.sale;
    const soldAt = cashSale?.paidAt ?? charge?.paidAt;
    const currency = cashSale?.currency ?? charge?.attempt.currency;
    if (!sale || !soldAt || !currency) return fail({ code: 'nothingToDo' });
    const left = tenders.cashLeftOf(saleId);
    if (amount > left) return fail({ code: 'refundTooLarge' });
    const byQr = charge ? this.#ports.qrRefunds(charge.attempt.checkoutId) : [];
    const back = linesBack(store.refundsOf(saleId), byQr);
    if (lines.some((line) => back.has(line) || line >= sale.lines.length)) {
      return fail({ code: 'lineCameBack' });
    }
    const refund: StoredCashRefund = {
      id,
      saleId,
      saleNumber: sale.number,
      saleTotal: sale.total,
      soldAt,
      currency,
      amount,
      lines: [...new Set(lines)],
      decision,
      paper: firstPaper(id),
    };
    store.giveBack(refund, cashSlipJob(refund, sale, settings(), timeZone()));
    this.#printing();
    return ok({ refundId: id });
  }

  slipReprint(id: string, by: string): Result<undefined> {
    const { store, settings, timeZone, paidCharge } = this.#ports;
    const refund = store.findRefund(id);
    const paper = refund && this.#nextPaper(refund.paper, by);
    if (!refund || !paper) return fail({ code: 'nothingToDo' });
    const next = { ...refund, paper };
    const sale = store.findSale(refund.saleId)?.sale ?? paidCharge(refund.saleId)?.attempt.sale ?? null;
    store.updateRefund(next, cashSlipJob(next, sale, settings(), timeZone()));
    return this.#printing();
  }

  slipSeen(id: string, jobId: string): Result<undefined> {
    const refund = this.#ports.store.findRefund(id);
    const paper = refund && this.#seenPaper(refund.paper, jobId);
    if (!refund || !paper) return fail({ code: 'nothingToDo' });
    this.#ports.store.updateRefund({ ...refund, paper }, null);
    this.#ports.publish();
    return ok(undefined);
  }

  find(saleId: string): CashSale | null {
    const sale = this.#ports.store.findSale(saleId);
    return sale && this.#shown(sale);
  }

  refundsOf(saleId: string): readonly CashRefund[] {
    return this.#ports.store.refundsOf(saleId).map(({ paper, ...refund }) => ({ ...refund, slip: this.#fate(paper) }));
  }

  #shown({ paper, ...sale }: StoredCashSale): CashSale {
    return { ...sale, ticket: this.#fate(paper) };
  }

  /** A job that is gone from the disk can't be asked: a person looks at the printer. */
  #fate(paper: CashPaper): TicketFate {
    const job = this.#ports.printJob(paper.jobId);
    return fateOf(paper, job ? { status: job.state, trouble: job.trouble } : { status: 'unconfirmed', trouble: null });
  }

  #nextPaper(paper: CashPaper, by: string): CashPaper | null {
    const next = nextCopy(this.#fate(paper), { by, at: this.#ports.now().toISOString() });
    return next && { jobId: next.jobId, copy: next.copy, asked: next.asked, seen: false };
  }

  #seenPaper(paper: CashPaper, jobId: string): CashPaper | null {
    const isAsked = paper.jobId === jobId && this.#fate(paper).status === 'unconfirmed';
    return isAsked ? { ...paper, seen: true } : null;
  }

  #printing(): Result<undefined> {
    this.#ports.printQueued();
    this.#ports.publish();
    return ok(undefined);
  }
}

/** Jobs of one thing are numbered from 1: `<id>-1`, `<id>-2`… */
function firstPaper(id: string): CashPaper {
  return { jobId: `${id}-1`, copy: 0, asked: null, seen: false };
}

function isOnScreen({ sale }: StoredCashSale, draft: Draft, store: Pick<CashStore, 'onScreen'>): boolean {
  if (store.onScreen()?.sale.id !== sale.id) return false;
  const closed = closeDraft(draft);
  return closed.ok && isDeepStrictEqual(billOf(closed.value), billOf(sale));
}

/** What was sold, for how much. */
function billOf({ lines, total }: Pick<Sale, 'lines' | 'total'>) {
  return { total, lines: lines.map(({ productId, name, quantity, total: of }) => ({ productId, name, quantity, of })) };
}
