import { isOver, type CheckoutState, type TicketFate } from '../../../shared/checkout/state';
import { minor } from '../../../shared/money';
import type { RefundState } from '../../../shared/refund/refund';
import { units } from '../../../shared/quantity';
import { draftTotal, type Draft } from '../../../shared/sale';
import type { ScanView } from '../../../simulator/control/views';
import { POS } from '../e2e/a-shop';
import { PowerCut, type FragileShop } from './fragile-shop';
import { phaseOf } from './step-name';

const decision = { by: 'Ana', note: 'Se equivocó de producto' };

/**
 * One sale with everybody who takes part in it. A script is played from its beginning again after each power cut, so
 * whatever a person does is done once, and the till is asked only for what it has not got.
 */
export class Stage {
  readonly shop: FragileShop;
  readonly draft: Draft;
  /** Made when the dialog opens: asking twice is asking once. */
  readonly refundId = crypto.randomUUID();
  /** The papers about which somebody was asked "¿Salió el ticket?". An answer that the power cut short is given again. */
  readonly asked = new Set<string>();
  /** The papers that were torn, or on their way when the power went: about each of them, and no other, people are asked. */
  readonly inDoubt = new Set<string>();
  /** How often the power went in the middle of this sale and nobody was told after it. */
  untold = 0;
  #mustBeTold = false;
  #comesBack: readonly number[] = [];
  readonly #done = new Map<string, Promise<unknown>>();
  #last: CheckoutState | null = null;
  #lastRefund: RefundState | null = null;

  constructor(shop: FragileShop, amount: number) {
    this.shop = shop;
    this.draft = {
      saleId: crypto.randomUUID(),
      lines: [{ kind: 'free', id: 'a', name: 'Varios', unitPrice: minor(amount), unit: 'unit', quantity: units(1) }],
    };
  }

  /** What of the sale was asked to come back, by its place in it. */
  get comesBack(): readonly number[] {
    return this.#comesBack;
  }

  get control(): FragileShop['control'] {
    return this.shop.control;
  }

  /** For what happens outside the till: no power cut undoes it. */
  once<Value>(name: string, deed: () => Value | Promise<Value>): Promise<Value> {
    const done = this.#done.get(name) ?? Promise.resolve().then(deed);
    this.#done.set(name, done);
    // Each name is used with one deed.
    return done as Promise<Value>;
  }

  hasDone(name: string): boolean {
    return this.#done.has(name);
  }

  /** For what a person does at the till. What they saw done they do not do again. */
  async onceTaken(name: string, deed: () => Promise<unknown>): Promise<void> {
    if (this.#done.has(name)) return;
    await deed();
    this.#done.set(name, Promise.resolve());
  }

  /** The power goes, once, and comes back after this. */
  async powerGoes(name: string, meanwhile: () => unknown = () => undefined): Promise<void> {
    if (this.#done.has(name)) return;
    await this.shop.kill();
    this.#done.set(name, Promise.resolve());
    await meanwhile();
    throw new PowerCut(name);
  }

  // --- the cashier

  /** Types the sale and asks for its charge, unless the till has it already. */
  async charges(): Promise<void> {
    if (await this.look()) return;
    const { shop, draft } = this;
    await shop.request('draft.save', draft);
    const reply = await shop.request('checkout.start', { draft, expectedTotal: draftTotal(draft) });
    if (!reply.ok) throw new Error(`the charge was refused: ${reply.error.code}`);
    await shop.request('draft.save', null);
    await this.look();
  }

  async presses(what: 'verify' | 'cancel', time = 'once'): Promise<void> {
    const { checkoutId } = this.attempt;
    await this.onceTaken(`${what} ${time}`, () => this.shop.request(`checkout.${what}`, { checkoutId }));
  }

  async wantsACopy(): Promise<void> {
    const { checkoutId } = this.attempt;
    await this.shop.request('ticket.reprint', { checkoutId });
  }

  /** Asks for a reprint, unless the screen says that it is made, and waits for it. */
  async getsACopy(): Promise<void> {
    await this.look();
    if (this.ticket().copy === 0) await this.wantsACopy();
    await this.hasThePaper();
  }

  /** Until the till knows that the ticket is torn. */
  async seesTornTicket(): Promise<void> {
    await this.sees('paid/unconfirmed');
    await this.once('torn', () => this.inDoubt.add(this.ticket().jobId));
  }

  async seesTornSlip(): Promise<void> {
    await this.seesRefund('approved/unconfirmed');
    await this.once('torn slip', () => {
      if (this.#lastRefund?.kind === 'approved') this.inDoubt.add(this.#lastRefund.slip.jobId);
    });
  }

  /** Waits for the end of a paper. Looks at the printer when the till asks, and answers. */
  async hasThePaper(): Promise<void> {
    await this.isIn('paid/printed', 'paid/unconfirmed');
    const ticket = this.ticket();
    if (ticket.status === 'printed') return;
    this.asked.add(ticket.jobId);
    const { checkoutId } = this.attempt;
    if (this.papers(ticket.copy) > 0) await this.shop.request('ticket.seen', { checkoutId, jobId: ticket.jobId });
    else await this.wantsACopy();
    await this.hasThePaper();
  }

  // --- the manager

  /**
   * Gives this much back of the newest payment; without an amount all of it.
   * @param lines of the sale that come back with it
   */
  async givesBack(amount?: number, lines: readonly number[] = []): Promise<void> {
    const payment = this.control
      .merchantOrders(this.attempt.reference)
      .flatMap(({ payments }) => payments)
      .at(-1);
    if (!payment) throw new Error('nothing was paid');
    const { shop, refundId } = this;
    this.#comesBack = lines;
    await this.onceTaken('gives back', async () => {
      const reply = await shop.request('refund.request', {
        refundId,
        checkoutId: this.attempt.checkoutId,
        paymentId: String(payment.id),
        amount: minor(amount ?? Math.round(payment.amount * 100)),
        lines: [...lines],
        ...decision,
      });
      if (!reply.ok) throw new Error(`the refund was refused: ${reply.error.code}`);
    });
  }

  async answersReview(answer: 'dismiss' | 'link'): Promise<void> {
    await this.onceTaken(answer, async () => {
      const reply = await this.shop.request(`review.${answer}`, { checkoutId: this.attempt.checkoutId, ...decision });
      // A cut right after it was stored: the till has the answer and says that there is nothing left to answer.
      if (!reply.ok && reply.error.code !== 'nothingToDo') throw new Error(`${answer}: ${reply.error.code}`);
    });
  }

  /** Until the decision about the money is on disk: then it is no longer shown as a question. */
  async isReviewed(): Promise<void> {
    await this.onceTaken('seen: reviewed', () =>
      this.shop.until('the decision', async () => {
        const { checkout, attention } = await this.shop.snapshot();
        const shown = [checkout, ...attention].find((each) => each?.state.attempt.sale.id === this.draft.saleId);
        return !shown || shown.state.kind === 'reviewed';
      }),
    );
  }

  /** Until the refund is in one of these phases, e.g. `approved/printed`. Once seen is seen. */
  async seesRefund(...phases: string[]): Promise<void> {
    await this.onceTaken(`seen refund: ${phases.join()}`, () => this.refundIsIn(...phases));
  }

  async refundIsIn(...phases: string[]): Promise<void> {
    await this.shop.until(`the refund to be ${phases.join(' or ')}`, async () => {
      const refund = await this.refund();
      return refund !== null && phases.includes(phaseOf(refund));
    });
  }

  /** Waits for the end of the slip. Looks at the printer when the till asks, and answers. */
  async hasTheSlip(): Promise<void> {
    await this.refundIsIn('approved/printed', 'approved/unconfirmed');
    const refund = await this.refund();
    if (refund?.kind !== 'approved' || refund.slip.status === 'printed') return;
    this.asked.add(refund.slip.jobId);
    const { refundId, shop } = this;
    if (this.slips(refund.slip.copy) > 0) await shop.request('refund.seen', { refundId, jobId: refund.slip.jobId });
    else await shop.request('refund.reprint', { refundId });
    await this.hasTheSlip();
  }

  /** Asks for the slip once more, unless the screen says that it is made, and waits for it. */
  async getsTheSlipAgain(): Promise<void> {
    const refund = await this.refund();
    const isMade = refund?.kind === 'approved' && refund.slip.copy > 0;
    if (!isMade) await this.shop.request('refund.reprint', { refundId: this.refundId });
    await this.hasTheSlip();
  }

  /** Until the charge itself knows that the money went back. */
  async seesRefundBooked(): Promise<void> {
    await this.shop.until('the refund in the ledger', async () => {
      const refund = await this.refund();
      return refund?.kind === 'approved' && refund.booked;
    });
  }

  async acknowledgesRefund(): Promise<void> {
    await this.onceTaken('acknowledges', () => this.shop.request('refund.acknowledge', { refundId: this.refundId }));
  }

  /** As the till shows it; what it showed last once it is acknowledged. */
  async refund(): Promise<RefundState | null> {
    const { refunds } = await this.shop.snapshot();
    const shown = refunds.find(({ state }) => state.refund.id === this.refundId);
    if (shown) this.#lastRefund = shown.state;
    return this.#lastRefund;
  }

  /** Has read how it ended, and goes on with the next customer. */
  async putsAway(): Promise<void> {
    const isOnScreen = (await this.shop.snapshot()).checkout?.state.attempt.sale.id === this.draft.saleId;
    if (isOnScreen) await this.shop.request('checkout.finish', { checkoutId: this.attempt.checkoutId });
  }

  /** Until the charge is in one of these phases, e.g. `paid/printed`. Once seen is seen: what is on disk stays. */
  async sees(...phases: string[]): Promise<void> {
    await this.onceTaken(`seen: ${phases.join()}`, () => this.isIn(...phases));
  }

  /** Until the charge is in one of these phases now. */
  async isIn(...phases: string[]): Promise<void> {
    let now = 'nowhere';
    await this.shop
      .until(phases.join(' or '), async () => {
        const state = await this.look();
        now = state ? phaseOf(state) : 'nowhere';
        return phases.includes(now);
      })
      .catch((error: unknown) => {
        throw error instanceof PowerCut ? error : new Error(`never saw ${phases.join(' or ')}, but ${now}`);
      });
  }

  /** Until the till knows that this many payments were refused. */
  async seesRefusals(count: number): Promise<void> {
    await this.onceTaken(`seen: ${count} refusals`, () =>
      this.shop.until(`${count} refused payments`, async () => {
        const state = await this.look();
        return state !== null && 'progress' in state && state.progress.rejections >= count;
      }),
    );
  }

  async seesReason(reason: string): Promise<void> {
    await this.onceTaken(`seen: ${reason}`, () =>
      this.shop.until(reason, async () => {
        const state = await this.look();
        return state?.kind === 'needsAttention' && state.reason === reason;
      }),
    );
  }

  async seesTicketTrouble(): Promise<void> {
    await this.onceTaken('seen: trouble of the ticket', () =>
      this.shop.until('the trouble of the ticket', async () => {
        await this.look();
        return this.ticket().trouble !== null;
      }),
    );
  }

  /** Until the till knows that money came so many times. */
  async seesMoney(times: number): Promise<void> {
    await this.onceTaken(`seen: money ${times}`, () =>
      this.shop.until(`money ${times} times`, async () => {
        const state = await this.look();
        return state?.kind === 'paid' && moneyOf(state) >= times;
      }),
    );
  }

  /** Until nobody can scan the order any more. */
  async orderIsOff(): Promise<void> {
    await this.onceTaken('the order is off', () =>
      this.shop.until('the order to be off the caja', () => this.control.orderOn(POS) === null),
    );
  }

  // --- the customer

  /** Reads the caja's QR as soon as this sale's order is behind it. */
  async scans(name = 'phone'): Promise<ScanView> {
    const isOnCaja = () => this.control.orderOn(POS)?.externalReference === this.attempt.reference;
    return this.once(`scan by ${name}`, async () => {
      await this.shop.until('the order on the caja', isOnCaja);
      return this.control.scanOrder(POS);
    });
  }

  // --- what is

  /** The charge as the till shows it; what it showed last once it is put away; null before. */
  async look(): Promise<CheckoutState | null> {
    const { checkout, attention } = await this.shop.snapshot();
    const shown = [checkout, ...attention].find((each) => each?.state.attempt.sale.id === this.draft.saleId);
    if (shown) this.#last = shown.state;
    return this.#last;
  }

  get attempt(): CheckoutState['attempt'] {
    if (!this.#last) throw new Error('the sale was not charged yet');
    return this.#last.attempt;
  }

  ticket(): TicketFate {
    if (this.#last?.kind !== 'paid') throw new Error(`a charge that is ${String(this.#last?.kind)} has no ticket`);
    return this.#last.ticket;
  }

  /** Whole tickets of this sale, of all copies or of one (0 is the original). */
  papers(copy?: number): number {
    return this.#printed('TOTAL', copy);
  }

  /** Whole slips of its refunds, likewise. */
  slips(copy?: number): number {
    return this.#printed('DEVUELTO', copy);
  }

  spoiltPapers(): number {
    const ours = [...this.#wholePapers('TOTAL'), ...this.#wholePapers('DEVUELTO')];
    return ours.filter(({ problems }) => problems.length > 0).length;
  }

  #printed(word: string, copy?: number): number {
    return this.#wholePapers(word).filter(({ lines }) => copy === undefined || copyOf(lines.join('\n')) === copy)
      .length;
  }

  #wholePapers(word: string) {
    const { reference } = this.attempt;
    return this.shop.printer.papers().filter(({ lines }) => {
      const text = lines.join('\n');
      return text.includes(word) && text.includes(reference);
    });
  }

  /** What people must be asked and told, had the power gone now. Called while the till is dead. */
  noteDeath(): void {
    const { checkouts, printJobs } = this.shop.stored();
    const ours = checkouts.filter(({ attempt }) => attempt.sale.id === this.draft.saleId);
    const ids = new Set(ours.map(({ attempt }) => attempt.checkoutId));
    for (const { id, checkoutId, state } of printJobs) {
      if (ids.has(String(checkoutId)) && state === 'sending') this.inDoubt.add(id);
    }
    this.#mustBeTold = ours.some(
      (state) => !isOver(state) || (state.kind === 'paid' && ['queued', 'sending'].includes(state.ticket.status)),
    );
  }

  /** The cashier reads what is on the screen when the power is back. */
  async readsTheLines(): Promise<void> {
    const { interrupted } = await this.shop.snapshot();
    const isTold = interrupted.some(({ checkoutId }) => checkoutId === this.#last?.attempt.checkoutId);
    if (this.#mustBeTold && !isTold) this.untold += 1;
    this.#mustBeTold = false;
  }
}

function copyOf(text: string): number {
  return Number(/REIMPRESIÓN (\d+)/.exec(text)?.[1] ?? 0);
}

function moneyOf(state: Extract<CheckoutState, { kind: 'paid' }>): number {
  return state.ledger.payments.length;
}

export type Script = (stage: Stage) => Promise<void>;

/** More than any plan has: then the till dies of something else. */
const MOST_CUTS = 6;

/** Plays a script to its end through every power cut. */
export async function play(stage: Stage, script: Script): Promise<void> {
  const { shop } = stage;
  for (let cuts = 0; ;) {
    try {
      if (!shop.isOn()) {
        await shop.start();
        await stage.look();
        await stage.readsTheLines();
      }
      await script(stage);
      // The last write that the script waited for is committed; what follows from it is not far.
      await shop.until('the till to die where it should', () => shop.killsLeft() === 0 && shop.isOn(), 5_000);
      return;
    } catch (error) {
      if (!(error instanceof PowerCut) || ++cuts > MOST_CUTS) throw error;
      await shop.kill();
      stage.noteDeath();
      shop.cable.mend();
    }
  }
}
