import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckoutState } from '../../shared/checkout/state';
import type { Ledger } from '../../shared/checkout/ledger';
import type { StrayPayment } from '../../shared/checkout/stray-payment';
import { isOver } from '../../shared/checkout/state';
import type { LookBackStore } from '../storage/look-back-store';
import type { Settings } from '../storage/settings-store';
import { referencePrefix } from './new-reference';
import type { PaymentGateway, RegisterPayment } from './payment-gateway';
import type { Rhythm } from './rhythm';

export interface LookBackPorts {
  readonly gateway: PaymentGateway;
  readonly store: LookBackStore;
  readonly settings: () => Settings;
  readonly findByReference: (reference: string) => CheckoutState | null;
  /** Tells a charge to look again; resolves with whether it did. */
  readonly lookAgain: (checkoutId: string, merchantOrderId: string | null) => Promise<boolean>;
  readonly publish: () => void;
  readonly now: () => Date;
  readonly rhythm: Rhythm;
  readonly log: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

const DAY_MS = 24 * 60 * 60_000;
/** The first look of a run goes back this far at least: the days over which stores still remember a sale. */
const FIRST_LOOK_MS = 3 * DAY_MS;
/** The payments search may show a change later than it happened. */
const OVERLAP_MS = 60 * 60_000;
/** One question to the API covers at most this long, so that a busy caja fits into its pages. */
const WINDOW_MS = DAY_MS;

/** Statuses of a payment whose money came at some time. */
const money = new Set(['approved', 'in_mediation', 'refunded', 'charged_back']);

/**
 * Looks through the payments of our caja at every start and now and then: money that came, or went back, and of which
 * nobody told us finds its charge. A charge only looks again; what it sees then is what counts.
 */
export class LookBack {
  readonly #ports: LookBackPorts;
  readonly #ending = new AbortController();
  #first = true;

  constructor(ports: LookBackPorts) {
    this.#ports = ports;
  }

  /** Call once, when the charges of the last run have been taken up. Never ends before `close`. */
  async run(): Promise<void> {
    const { rhythm, log } = this.#ports;
    while (!this.#isClosed()) {
      const done = await this.look().catch((error: unknown) => {
        log('lookBack.failed', { error: String(error) });
        return false;
      });
      await sleep(done ? rhythm.lookBackMs : rhythm.lookBackRetryMs, undefined, {
        signal: this.#ending.signal,
        ref: false,
      }).catch(() => undefined);
    }
  }

  close(): void {
    this.#ending.abort();
  }

  /** One look. Resolves with whether all of it was seen; what was seen stays seen. */
  async look(): Promise<boolean> {
    const { gateway, store, settings, now } = this.#ports;
    const { account, register } = settings();
    if (!account || !register) return true;
    const until = new Date(now().getTime() + gateway.clockSkewMs());
    const cursor = store.until(register.id);
    if (!cursor) {
      // A caja that this till sees for the first time has no past of ours.
      store.looked(register.id, until, []);
      return true;
    }
    // Wherever the clocks stand, what lies between is never skipped.
    const back = this.#first ? FIRST_LOOK_MS : 0;
    const since = Math.min(cursor.getTime(), until.getTime()) - Math.max(OVERLAP_MS, back);
    for (let from = since; from < until.getTime(); from += WINDOW_MS) {
      if (this.#isClosed()) return false;
      const to = new Date(Math.min(from + WINDOW_MS, until.getTime()));
      if (!(await this.#lookThrough(register.id, new Date(from), to))) return false;
    }
    this.#first = false;
    return true;
  }

  async #lookThrough(registerId: string, since: Date, until: Date): Promise<boolean> {
    const { gateway, store, settings, findByReference, lookAgain, now, log, publish } = this.#ports;
    const { register, tillId } = settings();
    if (register?.id !== registerId) return false;
    const found = await gateway.searchPayments({ registerId, since, until });
    if (!found.ok) {
      log('lookBack.failed', { code: found.error.code, detail: found.error.detail });
      return false;
    }
    const prefix = referencePrefix(register.externalId, tillId);
    const unknown: { readonly payment: RegisterPayment; readonly reference: string }[] = [];
    let complete = true;
    for (const payment of found.value) {
      if (!money.has(payment.status) || !payment.reference?.startsWith(prefix)) continue;
      const owner = findByReference(payment.reference);
      if (!owner) unknown.push({ payment, reference: payment.reference });
      else if (isOver(owner) && isNews(owner, payment)) {
        log('lookBack.found', { checkout: owner.attempt.checkoutId, payment: payment.id, status: payment.status });
        complete = (await lookAgain(owner.attempt.checkoutId, payment.orderId)) && complete;
      }
    }
    // What a charge could not look at yet is found again: the cursor stays before it.
    if (!complete) return false;
    // Not before now: while the charges looked, a person may have decided about one of these.
    const strays = unknown.flatMap(({ payment, reference }) => this.#strayOf(payment, reference));
    // Only an answer shows the service's clock, and a cursor in its future would skip what is still to come.
    const asked = new Date(Math.min(until.getTime(), now().getTime() + gateway.clockSkewMs()));
    store.looked(registerId, asked, strays);
    if (strays.length > 0) publish();
    return true;
  }

  #strayOf(payment: RegisterPayment, reference: string): readonly StrayPayment[] {
    const { store, now, log } = this.#ports;
    const { id: paymentId, amount, givenBack, approvedAt } = payment;
    const known = store.findStray(paymentId);
    if (known?.givenBack === givenBack) return [];
    log('lookBack.stray', { payment: paymentId });
    const foundAt = known?.foundAt ?? now().toISOString();
    return [{ paymentId, reference, amount, givenBack, approvedAt, foundAt, decision: known?.decision ?? null }];
  }

  #isClosed(): boolean {
    return this.#ending.signal.aborted;
  }
}

/** Whether the charge does not know what Mercado Pago shows of this payment. */
function isNews(owner: CheckoutState, { id, givenBack }: RegisterPayment): boolean {
  const booked = 'ledger' in owner ? paymentIn(owner.ledger, id) : null;
  return booked?.givenBack !== givenBack;
}

function paymentIn(ledger: Ledger, id: string): Ledger['payments'][number] | null {
  return ledger.payments.find((payment) => payment.id === id) ?? null;
}
