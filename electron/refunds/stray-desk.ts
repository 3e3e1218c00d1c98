import type { Decision } from '../../shared/checkout/ledger';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import { fail, ok, type Result } from '../../shared/errors';
import { minor } from '../../shared/money';
import type { Refund } from '../../shared/refund/refund';
import type { LookBackStore } from '../storage/look-back-store';
import type { RefundStore } from '../storage/refund-store';
import { approvedRefunds } from './approved-refunds';

export interface StrayDeskPorts {
  readonly store: LookBackStore;
  readonly refunds: Pick<RefundStore, 'ofPayment'>;
  /** Stores what a person decided, and its line in the log, as one. */
  readonly storeDecided: (stray: StrayPayment, decision: Decision) => void;
  readonly publish: () => void;
}

/** Payments on orders of this till that its disk does not know, until a person has decided about each. */
export class StrayDesk {
  readonly #ports: StrayDeskPorts;

  constructor(ports: StrayDeskPorts) {
    this.#ports = ports;
  }

  open(): readonly StrayPayment[] {
    return this.#ports.store.openStrays();
  }

  find(paymentId: string): StrayPayment | null {
    return this.#ports.store.findStray(paymentId);
  }

  /** @param saleNumber of the sale that it paid, if a person knows; null when it stays as it is. */
  decide(paymentId: string, saleNumber: number | null, decision: Decision): Result<undefined> {
    const stray = this.find(paymentId);
    if (!stray || stray.decision) return fail({ code: 'nothingToDo' });
    const how = saleNumber === null ? 'dismissed' : 'linked';
    this.#ports.storeDecided({ ...stray, decision: { ...decision, how, saleNumber } }, decision);
    this.#ports.publish();
    return ok(undefined);
  }

  /**
   * An approved refund of ours: what went back in all decides whether that was the answer. It may be told twice, and the
   * look-back may have seen it before, so it is never added to what is known.
   */
  bookRefund({ paymentId, decision }: Refund): boolean {
    const stray = this.find(paymentId);
    if (!stray) return true;
    const ours = approvedRefunds(this.#ports.refunds.ofPayment(paymentId));
    const givenBack = minor(Math.min(stray.amount, Math.max(stray.givenBack, ours)));
    const whole = givenBack === stray.amount;
    this.#put({
      ...stray,
      givenBack,
      decision: whole ? { ...decision, how: 'refunded', saleNumber: null } : stray.decision,
    });
    return true;
  }

  #put(stray: StrayPayment): void {
    this.#ports.store.putStray(stray);
    this.#ports.publish();
  }
}
