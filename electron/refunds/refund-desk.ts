import { setTimeout as sleep } from 'node:timers/promises';
import type { CashRefund } from '../../shared/cash/cash-sale';
import type { BookedRefund, Decision } from '../../shared/checkout/ledger';
import type { CheckoutState } from '../../shared/checkout/state';
import type { TicketNews } from '../../shared/checkout/ticket-fate';
import { countries } from '../../shared/country';
import { fail, ok, type ErrorCode, type Result } from '../../shared/errors';
import { minor, type MinorUnits } from '../../shared/money';
import { linesBack } from '../../shared/refund/lines-back';
import type { Refund, RefundState } from '../../shared/refund/refund';
import {
  beginRefund,
  resumeRefund,
  transitionRefund,
  type RefundEffect,
  type RefundEvent,
} from '../../shared/refund/refund-machine';
import type { Sale } from '../../shared/sale';
import type { RefundSnapshot, Trouble } from '../../shared/snapshot';
import { createMutex } from '../checkout/mutex';
import type { PaymentGateway, RegisterPayment } from '../checkout/payment-gateway';
import { retryPause, type Rhythm } from '../checkout/rhythm';
import { ticketNewsOf } from '../checkout/ticket-news';
import type { TicketSettings } from '../checkout/ticket-of';
import type { PrintJob } from '../printing/print-job';
import type { RefundStore } from '../storage/refund-store';
import { approvedRefunds } from './approved-refunds';
import { slipJobOf } from './refund-slip';
import { sendRefund } from './send-refund';
import { watchRefund } from './watch-refund';

/** What a person asks for. `id` is made by the window, so that a second click asks for the same refund. */
export interface RefundWish {
  readonly id: string;
  readonly checkoutId: string | null;
  readonly paymentId: string;
  readonly amount: MinorUnits;
  /** Of the sale, by their place in it: those that came back; none when it is about an amount. */
  readonly lines: readonly number[];
  readonly decision: Decision;
}

export interface RefundDeskPorts {
  readonly refunds: RefundStore;
  /** What went back of a sale in cash. */
  readonly cashRefunds: (saleId: string) => readonly Pick<CashRefund, 'lines'>[];
  readonly gateway: PaymentGateway;
  readonly settings: () => TicketSettings;
  readonly findCheckout: (checkoutId: string) => CheckoutState | null;
  /** The reference of a payment that no charge of this disk knows; null when there is no such payment. */
  readonly strayReference: (paymentId: string) => string | null;
  /** Tells whoever the money belonged to; resolves with whether it is stored there. */
  readonly book: (refund: Refund, booked: BookedRefund) => Promise<boolean>;
  readonly printJob: (id: string) => PrintJob | null;
  readonly printQueued: () => void;
  readonly publish: () => void;
  readonly now: () => Date;
  readonly timeZone: () => string | null;
  readonly rhythm: Rhythm;
  readonly log: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** Where money goes back: one refund at a time for each payment, stored before it is asked for, asked until it is known. */
export class RefundDesk {
  readonly #ports: RefundDeskPorts;
  readonly #inTurn = createMutex();
  readonly #ending = new AbortController();
  readonly #troubles = new Map<string, Trouble>();

  constructor(ports: RefundDeskPorts) {
    this.#ports = ports;
  }

  /** Takes up what the last run left. Call once. */
  resume(): void {
    for (const state of this.#ports.refunds.open()) {
      for (const effect of resumeRefund(state)) this.#run(state.refund.id, effect, true);
      this.#catchUp(state);
    }
  }

  close(): void {
    this.#ending.abort();
  }

  snapshot(): readonly RefundSnapshot[] {
    return this.#ports.refunds.open().map((state) => this.#shown(state));
  }

  ofCheckout(checkoutId: string): readonly RefundSnapshot[] {
    return this.#ports.refunds.ofCheckout(checkoutId).map((state) => this.#shown(state));
  }

  /** The refund is on disk when this resolves with ok; Mercado Pago is asked after that. */
  request(wish: RefundWish): Promise<Result<{ refundId: string }>> {
    return this.#inTurn(async () => {
      if (this.#ports.refunds.find(wish.id)) return ok({ refundId: wish.id });
      const refund = await this.#prepare(wish);
      if (!refund.ok) return refund;
      const { state, effects } = beginRefund(refund.value);
      const at = this.#ports.now().toISOString();
      this.#ports.refunds.commit({ at, event: { kind: 'begun' }, from: null, to: state, printJob: null });
      this.#ports.publish();
      for (const effect of effects) this.#run(wish.id, effect, false);
      return ok({ refundId: wish.id });
    });
  }

  reprint(id: string, by: string): Result<undefined> {
    return this.#answered(id, { kind: 'slipRequested', by, at: this.#ports.now().toISOString() });
  }

  slipSeen(id: string, jobId: string): Result<undefined> {
    return this.#answered(id, { kind: 'ticketSeen', jobId });
  }

  /** Somebody has read how it ended. */
  acknowledge(id: string): Result<undefined> {
    const state = this.#ports.refunds.find(id);
    if (!state) return fail({ code: 'nothingToDo' });
    const ended = state.kind === 'refused' || (state.kind === 'approved' && state.booked);
    if (!ended) return fail({ code: 'refundInProgress' });
    this.#ports.refunds.acknowledge(id, this.#ports.now().toISOString());
    this.#ports.publish();
    return ok(undefined);
  }

  printJobChanged(job: PrintJob): void {
    if (job.refundId === undefined) return;
    void this.#until(job.refundId, () => this.#tellSlip(job.refundId ?? '', job.id));
  }

  /** Everything that is decided before the first byte goes out. */
  async #prepare(wish: RefundWish): Promise<Result<Refund>> {
    const { refunds, gateway, findCheckout, strayReference } = this.#ports;
    const owner = wish.checkoutId === null ? null : findCheckout(wish.checkoutId);
    const reference = owner ? owner.attempt.reference : strayReference(wish.paymentId);
    if (reference === null) return fail({ code: 'paymentNotFound' });
    const others = refunds.ofPayment(wish.paymentId);
    if (others.some(({ kind }) => kind === 'requested' || kind === 'inProcess')) {
      return fail({ code: 'refundInProgress' });
    }
    const found = await gateway.fetchPayment(wish.paymentId);
    if (!found.ok) return fail({ code: found.error.code });
    const payment = found.value;
    if (payment.reference !== reference) return fail({ code: 'paymentNotFound' });
    const given = givenBackOf(payment, others);
    if (wish.amount > payment.amount - given) {
      return fail({ code: given === payment.amount ? 'refundNotPossible' : 'refundTooLarge' });
    }
    if (wish.lines.length > 0 && !this.#canComeBack(owner, wish.lines)) return fail({ code: 'lineCameBack' });
    const sold = owner?.kind === 'paid' ? owner.paidAt : null;
    return ok({
      id: wish.id,
      checkoutId: owner?.attempt.checkoutId ?? null,
      saleNumber: owner?.attempt.sale.number ?? null,
      saleTotal: owner?.attempt.sale.total ?? null,
      soldAt: sold,
      paymentId: wish.paymentId,
      reference,
      amount: wish.amount,
      whole: wish.amount === payment.amount && given === 0,
      currency: owner?.attempt.currency ?? countries[this.#ports.settings().account?.site ?? 'MLA'].currency,
      ...(wish.lines.length > 0 && { lines: [...new Set(wish.lines)] }),
      decision: wish.decision,
    });
  }

  #canComeBack(owner: CheckoutState | null, lines: readonly number[]): boolean {
    if (owner?.kind !== 'paid') return false;
    const { checkoutId, sale } = owner.attempt;
    const { refunds, cashRefunds } = this.#ports;
    const back = linesBack(cashRefunds(sale.id), refunds.ofCheckout(checkoutId));
    return lines.every((line) => line < sale.lines.length && !back.has(line));
  }

  #answered(id: string, event: RefundEvent): Result<undefined> {
    const state = this.#ports.refunds.find(id);
    if (state?.kind !== 'approved') return fail({ code: 'nothingToDo' });
    return this.#take(id, event) ? ok(undefined) : fail({ code: 'diskProblem' });
  }

  /** One step: transition, commit, publish, effects. False when the disk did not take it: then it did not happen. */
  #take(id: string, event: RefundEvent): boolean {
    const { refunds, now, settings, timeZone, publish, log } = this.#ports;
    const from = refunds.find(id);
    if (!from || this.#isClosed()) return false;
    const { state: to, effects } = transitionRefund(from, event);
    if (to !== from) {
      const prints = effects.some((effect) => effect.kind === 'printSlip');
      try {
        refunds.commit({
          at: now().toISOString(),
          event,
          from,
          to,
          printJob:
            prints && to.kind === 'approved' ? slipJobOf(to, this.#saleOf(to.refund), settings(), timeZone()) : null,
        });
      } catch (error) {
        log('refund.commitFailed', { refund: id, error: String(error) });
        this.#setTrouble(id, 'diskProblem');
        return false;
      }
      log('refund.step', { refund: id, event: event.kind, from: from.kind, to: to.kind });
      this.#troubles.delete(id);
      publish();
    }
    for (const effect of effects) this.#run(id, effect, false);
    return true;
  }

  #saleOf({ checkoutId }: Refund): Sale | null {
    const owner = checkoutId === null ? null : this.#ports.findCheckout(checkoutId);
    return owner?.attempt.sale ?? null;
  }

  #run(id: string, effect: RefundEffect, resumed: boolean): void {
    this.#carryOut(id, effect, resumed).catch((error: unknown) => {
      this.#ports.log('refund.effectFailed', { refund: id, effect: effect.kind, error: String(error) });
      this.#setTrouble(id, 'internal');
    });
  }

  async #carryOut(id: string, effect: RefundEffect, resumed: boolean): Promise<void> {
    const loop = {
      ports: this.#ports,
      state: () => (this.#isClosed() ? null : this.#ports.refunds.find(id)),
      tell: (event: RefundEvent) => this.#take(id, event),
      setTrouble: (code: ErrorCode | null) => this.#setTrouble(id, code),
      pause: (ms: number) => this.#pause(ms),
    };
    switch (effect.kind) {
      case 'sendRefund':
        return sendRefund(loop, resumed);
      case 'watchRefund':
        return watchRefund(loop);
      case 'bookRefund':
        return this.#until(id, () => this.#book(id));
      case 'printSlip':
        this.#ports.printQueued();
    }
  }

  async #book(id: string): Promise<boolean> {
    const state = this.#ports.refunds.find(id);
    if (state?.kind !== 'approved' || state.booked) return true;
    const { refund } = state;
    const { paymentId, amount } = refund;
    const stored = await this.#ports.book(refund, { refundId: id, paymentId, amount });
    return stored && this.#take(id, { kind: 'refundBooked' });
  }

  #catchUp(state: RefundState): void {
    if (state.kind === 'approved') this.#tellSlip(state.refund.id, state.slip.jobId);
  }

  /** The job is right, whatever the refund thinks of it. */
  #tellSlip(id: string, jobId: string): boolean {
    const job = this.#ports.printJob(jobId);
    if (!job) return true;
    const news: TicketNews = ticketNewsOf(job);
    return this.#take(id, news);
  }

  /** Until the disk takes it, or the program ends. */
  async #until(id: string, work: () => boolean | Promise<boolean>): Promise<void> {
    const { rhythm } = this.#ports;
    for (let failures = 0; !this.#isClosed() && !(await work());) {
      await this.#pause(retryPause(rhythm, ++failures, null));
      if (!this.#ports.refunds.find(id)) return;
    }
  }

  #shown(state: RefundState): RefundSnapshot {
    return { state, trouble: this.#troubles.get(state.refund.id) ?? null };
  }

  #setTrouble(id: string, code: ErrorCode | null): void {
    if (code === (this.#troubles.get(id)?.code ?? null)) return;
    if (code === null) this.#troubles.delete(id);
    else this.#troubles.set(id, { code, since: this.#ports.now().toISOString() });
    this.#ports.publish();
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#ending.signal, ref: false }).catch(() => undefined);
  }

  #isClosed(): boolean {
    return this.#ending.signal.aborted;
  }
}

/** Mercado Pago may show a refund of ours later than it approved it. */
function givenBackOf(payment: RegisterPayment, ours: readonly RefundState[]): MinorUnits {
  return minor(Math.max(payment.givenBack, approvedRefunds(ours)));
}
