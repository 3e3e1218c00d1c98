import { setTimeout as sleep } from 'node:timers/promises';
import { reviewOf } from '../../../shared/checkout/review';
import { isOver, type CheckoutState } from '../../../shared/checkout/state';
import { minor } from '../../../shared/money';
import { ControlError } from '../../../simulator/control/control';
import type { ScanView } from '../../../simulator/control/views';
import { PowerCut } from '../crash/fragile-shop';
import type { Stage } from '../crash/stage';
import { POS } from '../e2e/a-shop';
import { breakThings, mendThePrinter } from './break-things';
import { accountForCharge } from './account-for';
import { collectFacts } from './sale-facts';
import type { Moment, SalePlan } from './sale-plan';

/** How long a thing may take before time is helped along. */
const PATIENCE_MS = 250;
/** What passes meanwhile in the shop. First what a retry takes, later what the looks at an ended charge take. */
const passingMs = [1_000, 5_000, 5_000, 10_000, 10_000, 30_000, 30_000];
const LONG_MS = 60_000;
/** The printer keeps the computer's time: whoever lets minutes pass meanwhile only makes the till give up on it. */
const AT_THE_PRINTER_MS = 1_000;
/** Mercado Pago's part of a refund needs longer pauses, and its slip is at the printer too. */
const REFUND_MS = 5_000;
const MOST_WAITS = 100;
/** After so many waits somebody looks at the printer. */
const PRINTER_IS_SEEN_TO = 2;
/** The program under test looks at its clock every 10 ms. */
const CLOCK_IS_READ_MS = 40;
const ELEVEN_MINUTES = 660_000;

const decision = { by: 'Ana', note: 'Lo decidió el azar' };

/** One sale of a soak: its customer, cashier and manager, who all go on until everything has ended. */
export class SoakSale {
  readonly stage: Stage;
  readonly plan: SalePlan;
  /** Calls off the faults that have a time of their own. */
  readonly #stillToCome: (() => void)[] = [];

  constructor(stage: Stage, plan: SalePlan) {
    this.stage = stage;
    this.plan = plan;
  }

  /** From the first key until nothing is left to do. Played from its beginning again after each power cut. */
  async play(): Promise<void> {
    await this.#begins('atTheStart');
    await this.#charges();
    await this.#customer();
    await this.#begins('afterTheDeed');
    await this.#isOver();
    await this.#isKnown();
    await this.#hasPaper();
    await this.#begins('afterTheEnd');
    await this.#afterwards();
    await this.#isKnown();
    await this.#answers();
    await this.#hasPaper();
    await this.#isPutAway();
  }

  /** Nothing is broken any more, and what was under way has come to its end. */
  async settles(): Promise<readonly string[]> {
    const { shop } = this.stage;
    for (const undo of this.#stillToCome) undo();
    shop.arm();
    await shop.tidy();
    await this.#isKnown();
    let problems: readonly string[] = [];
    await this.#awaits(
      'everything to be accounted for',
      () => {
        const facts = collectFacts(shop, shop.stored());
        const ours = facts.charges.filter(({ state }) => state.attempt.sale.id === this.stage.draft.saleId);
        problems = [...(ours.length === 1 ? [] : [`${ours.length} attempts`]), ...ours.flatMap(accountForCharge)];
        return problems.length === 0;
      },
      REFUND_MS,
    ).catch((error: unknown) => {
      if (error instanceof PowerCut || problems.length === 0) throw error;
    });
    return problems;
  }

  // --- the customer

  async #customer(): Promise<void> {
    const { control } = this.stage;
    switch (this.plan.behaviour) {
      case 'pays':
      case 'wantsACopy':
      case 'getsPartBack':
      case 'getsAllBack':
      case 'isRefundedElsewhere': {
        const phone = await this.#scans();
        await this.#pays(phone);
        return;
      }
      case 'isRejectedThenPays': {
        const phone = await this.#scans();
        await this.#outside('is rejected', () => phone && control.pay(phone, { outcome: 'rejected' }));
        await this.#pays(phone);
        return;
      }
      case 'scansOnTwoPhones': {
        const phone = await this.#scans();
        const other = await this.#scans('another phone');
        await this.#pays(phone);
        await this.#outside('leaves', () => other && control.leave(other));
        return;
      }
      case 'paysTwice': {
        const phone = await this.#scans();
        const other = await this.#scans('another phone');
        await this.#pays(phone);
        await this.#outside('pays again', () => other && control.pay(other));
        return;
      }
      case 'paysWhileCancelling': {
        const phone = await this.#scans();
        await this.stage.presses('cancel');
        await this.#pays(phone);
        return;
      }
      case 'paysAfterCancel': {
        const phone = await this.#scans();
        await this.#isCancelled();
        await this.#pays(phone);
        return;
      }
      case 'paysAfterExpiry': {
        const phone = await this.#scans();
        await this.#timeRunsOut();
        await this.#pays(phone);
        return;
      }
      case 'cancels':
        await this.#isCancelled();
        return;
      case 'givesUp': {
        const phone = await this.#scans();
        await this.#outside('leaves', () => phone && control.leave(phone));
        await this.#timeRunsOut();
        return;
      }
      case 'isReviewedThenPays':
        await this.#isReviewed('approved');
        return;
      case 'isReviewedThenRejected':
        await this.#isReviewed('rejected');
        await this.#isCancelled();
        return;
      case 'paysShort': {
        const phone = await this.#scans();
        await this.#outside('pays', () => phone && control.pay(phone, { amount: 1 }));
        await this.#isCancelled();
        return;
      }
    }
  }

  /** Null when there is no order to scan any more. */
  async #scans(name = 'phone'): Promise<ScanView | null> {
    const { control } = this.stage;
    const isThere = () => control.orderOn(POS)?.externalReference === this.stage.attempt.reference;
    const isDone = await this.#awaits(
      'the order on the caja',
      async () => this.stage.hasDone(`scan by ${name}`) || isThere() || isOverState(await this.stage.look()),
    );
    const phone = isDone
      ? await this.#outside(`scan by ${name}`, () => (isThere() ? control.scanOrder(POS) : null))
      : null;
    await this.#begins('afterTheScan');
    return phone;
  }

  async #pays(phone: ScanView | null): Promise<void> {
    await this.#outside('pays', () => phone && this.stage.control.pay(phone));
  }

  async #isReviewed(outcome: 'approved' | 'rejected'): Promise<void> {
    const { control } = this.stage;
    const phone = await this.#scans();
    const payment = await this.#outside('begins to pay', () => phone && control.pay(phone, { outcome: 'in_process' }));
    await this.#outside('is decided', () => payment && control.settlePending(payment, outcome));
  }

  async #timeRunsOut(): Promise<void> {
    await this.#outside('time runs out', () => this.stage.shop.skip(ELEVEN_MINUTES));
    await this.#isOver();
  }

  /** A deed in the world, done once; null where the world does not let it happen. */
  #outside<Value>(name: string, deed: () => Value | null): Promise<Value | null> {
    return this.stage.once(name, () => {
      try {
        return deed();
      } catch (error) {
        if (error instanceof ControlError) return null;
        throw error;
      }
    });
  }

  // --- the cashier

  async #charges(): Promise<void> {
    const { stage } = this;
    await this.#awaits('the charge', async () => {
      if (await stage.look()) return true;
      return attempted(() => stage.charges());
    });
  }

  /** Presses until the till has taken it. */
  async #isCancelled(): Promise<void> {
    const { stage } = this;
    await this.#awaits('the end after the key', async () => {
      const state = await stage.look();
      if (!state || isOver(state)) return state !== null;
      if (state.kind !== 'cancelling') {
        await stage.shop.request('checkout.cancel', { checkoutId: stage.attempt.checkoutId });
      }
      return false;
    });
  }

  async #isOver(): Promise<void> {
    await this.#awaits('the end of the charge', async () => isOverState(await this.stage.look()));
  }

  /** Until the till knows all the money that Mercado Pago has of this sale. */
  async #isKnown(): Promise<void> {
    await this.#awaits('the till to know of all the money', async () => {
      const state = await this.stage.look();
      return isOverState(state) && knownOf(state) === this.#atMercadoPago();
    });
  }

  /** The ticket is out; about one in doubt somebody looks at the printer and answers. */
  async #hasPaper(): Promise<void> {
    const { stage } = this;
    await this.#awaits(
      'the ticket',
      async () => {
        const state = await stage.look();
        if (state?.kind !== 'paid' || state.ticket.status === 'printed') return true;
        const { checkoutId } = state.attempt;
        const { status, copy, jobId } = state.ticket;
        if (status !== 'unconfirmed' && status !== 'failed') return false;
        stage.asked.add(jobId);
        await mendThePrinter(stage);
        if (stage.papers(copy) > 0) await stage.shop.request('ticket.seen', { checkoutId, jobId });
        else await stage.shop.request('ticket.reprint', { checkoutId });
        return false;
      },
      AT_THE_PRINTER_MS,
    );
  }

  async #isPutAway(): Promise<void> {
    const { shop, draft } = this.stage;
    await this.#awaits('the screen to be free', async () => {
      const { checkout, interrupted, refunds } = await shop.snapshot();
      for (const { checkoutId } of interrupted) await shop.request('interrupted.acknowledge', { checkoutId });
      for (const { state } of refunds) await shop.request('refund.acknowledge', { refundId: state.refund.id });
      if (checkout?.state.attempt.sale.id !== draft.saleId) return true;
      await shop.request('checkout.finish', { checkoutId: checkout.state.attempt.checkoutId });
      return false;
    });
  }

  // --- the manager

  async #afterwards(): Promise<void> {
    const { stage, plan } = this;
    const state = await stage.look();
    if (state?.kind !== 'paid') return;
    const { total } = state.attempt.sale;
    switch (plan.behaviour) {
      case 'wantsACopy':
        await this.#awaits('the copy', async () => {
          const now = await stage.look();
          if (now?.kind !== 'paid' || now.ticket.copy > 0) return true;
          await stage.shop.request('ticket.reprint', { checkoutId: now.attempt.checkoutId });
          return false;
        });
        await this.#hasPaper();
        return;
      case 'getsPartBack':
        await this.#givesBack(Math.max(1, Math.floor((total * plan.partBack) / 100)));
        return;
      case 'getsAllBack':
        await this.#givesBack(total);
        return;
      case 'isRefundedElsewhere':
        await this.#outside('is refunded elsewhere', () => {
          const payment = stage.control.merchantOrders(stage.attempt.reference).flatMap(({ payments }) => payments)[0];
          return payment ? stage.control.refund(payment) : null;
        });
        return;
      default:
    }
  }

  /** What a person does about money that is a question. */
  async #answers(): Promise<void> {
    const { stage, plan } = this;
    const state = await stage.look();
    const review = state && reviewOf(state);
    if (!review && !stage.hasDone('an answer')) return;
    await stage.once('an answer', () => undefined);
    if (plan.answer === 'leaves') return;
    if (plan.answer === 'givesBack' && ((review?.amount ?? 0) > 0 || stage.hasDone('wants money back'))) {
      if (review?.reason !== 'reversed' && (await this.#givesBack(review?.amount ?? 0))) return;
    }
    await this.#awaits('the decision', async () => {
      const now = await stage.look();
      if (!now || !reviewOf(now)) return true;
      const { checkoutId } = now.attempt;
      const links = plan.answer === 'links' && now.kind === 'needsAttention';
      const reply = links ? await stage.shop.request('review.link', { checkoutId, ...decision }) : null;
      if (reply?.ok !== true) await stage.shop.request('review.dismiss', { checkoutId, ...decision });
      return false;
    });
  }

  /** Through to the slip. False where there is nothing that could go back. */
  async #givesBack(amount: number): Promise<boolean> {
    const { stage } = this;
    const { shop, refundId } = stage;
    const payment = await stage.once('wants money back', () => {
      const payments = stage.control.merchantOrders(stage.attempt.reference).flatMap(({ payments: all }) => all);
      const newest = payments.findLast(({ status }) => status === 'approved');
      return newest && { id: String(newest.id), amount: Math.min(amount, Math.round(newest.amount * 100)) };
    });
    if (!payment) return false;
    await this.#awaits(
      'the refund',
      async () => {
        const refund = await stage.refund();
        if (refund?.kind === 'refused') return true;
        if (refund?.kind === 'approved' && refund.booked && refund.slip.status === 'printed') return true;
        if (refund?.kind === 'approved' && ['unconfirmed', 'failed'].includes(refund.slip.status)) {
          const { jobId, copy } = refund.slip;
          stage.asked.add(jobId);
          await mendThePrinter(stage);
          if (stage.slips(copy) > 0) await shop.request('refund.seen', { refundId, jobId });
          else await shop.request('refund.reprint', { refundId });
        }
        if (!refund) {
          const { checkoutId } = stage.attempt;
          const wish = { refundId, checkoutId, paymentId: payment.id, amount: minor(payment.amount), ...decision };
          await shop.request('refund.request', wish);
        }
        return false;
      },
      REFUND_MS,
    );
    return true;
  }

  // --- chance, and time

  async #begins(moment: Moment): Promise<void> {
    for (const [at, fault] of this.plan.faults.entries()) {
      if (fault.when !== moment) continue;
      await this.stage.once(`fault ${at}`, async () => {
        breakThings(this.stage, fault, (undo) => this.#stillToCome.push(undo));
        if (fault.kind === 'timeSkips') await sleep(CLOCK_IS_READ_MS);
      });
    }
  }

  /** Waits until it is so, and lets time pass in the shop while nothing happens. */
  async #awaits(what: string, isSo: () => Promise<boolean> | boolean, mostMs = LONG_MS): Promise<boolean> {
    const { shop } = this.stage;
    for (let waits = 0; ; waits += 1) {
      const happened = await shop.until(what, isSo, PATIENCE_MS).catch((error: unknown) => {
        if (error instanceof PowerCut || !shop.isOn()) throw new PowerCut(what, { cause: error });
        if (waits >= MOST_WAITS) throw error;
        return false;
      });
      if (happened) return true;
      if (waits === PRINTER_IS_SEEN_TO) await mendThePrinter(this.stage);
      shop.skip(Math.min(passingMs[waits] ?? LONG_MS, mostMs));
      await sleep(CLOCK_IS_READ_MS);
    }
  }

  /** Minor units. */
  #atMercadoPago(): number {
    const { control, attempt } = this.stage;
    return control
      .merchantOrders(attempt.reference)
      .flatMap(({ payments }) => payments)
      .filter(({ approvedAt }) => approvedAt !== null)
      .reduce((sum, payment) => sum + Math.round((payment.amount - payment.refundedAmount) * 100), 0);
  }
}

/** Minor units that the till knows of; ours that went back count at once. */
function knownOf(state: CheckoutState): number {
  if (!('ledger' in state)) return 0;
  const { payments, refunds } = state.ledger;
  const gone = (id: string, seen: number) =>
    Math.max(
      seen,
      ...[refunds.filter(({ paymentId }) => paymentId === id).reduce((sum, { amount }) => sum + amount, 0)],
    );
  return payments.reduce((sum, { id, amount, givenBack }) => sum + amount - gone(id, givenBack), 0);
}

function isOverState(state: CheckoutState | null): state is CheckoutState {
  return state !== null && isOver(state);
}

/** Refused is tried again: the disk may have been full, or another charge on the screen. */
async function attempted(deed: () => Promise<void>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (error) {
    if (error instanceof PowerCut || !String(error).includes('refused')) throw error;
    return false;
  }
}
