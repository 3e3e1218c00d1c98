import { remainingOf } from '../../shared/checkout/ledger';
import type { CheckoutState } from '../../shared/checkout/state';
import { fail, ok, type Result } from '../../shared/errors';
import { minor } from '../../shared/money';
import {
  reconcile,
  type BookedMoney,
  type ProviderMoney,
  type Reconciliation,
} from '../../shared/shift/reconciliation';
import type { Shift } from '../../shared/shift/shift';
import { referencePrefix } from '../checkout/new-reference';
import type { GatewayFailure, PaymentGateway, RegisterPayment } from '../checkout/payment-gateway';
import type { Settings } from '../storage/settings-store';
import type { ShiftStore } from '../storage/shift-store';

export interface ReconcilePorts {
  readonly gateway: PaymentGateway;
  readonly shifts: Pick<ShiftStore, 'moneyOf'>;
  readonly settings: () => Settings;
  readonly findCheckout: (checkoutId: string) => CheckoutState | null;
  readonly findByReference: (reference: string) => CheckoutState | null;
  readonly now: () => Date;
}

/** Clocks differ, and a payment is approved before we see it: what lies around the shift is asked for too. */
const MARGIN_MS = 60 * 60_000;
/** Mercado Pago tells its time in whole seconds, so the difference of the clocks is known no better than this. */
const TELLING_MS = 2_000;
/** One question covers at most this long, so that a busy caja fits into its pages. */
const WINDOW_MS = 24 * 60 * 60_000;

/** Statuses of a payment whose money came at some time. */
const money = new Set(['approved', 'in_mediation', 'refunded', 'charged_back']);

/**
 * Asks Mercado Pago for everything that was paid at the caja during a shift, and compares it with our books as they are
 * now. It changes nothing: what it finds is for people.
 */
export async function reconcileShift(
  shift: Shift,
  ports: ReconcilePorts,
): Promise<Result<Reconciliation, GatewayFailure>> {
  const booked = bookedIn(shift, ports);
  const listed = await listOf(shift, ports);
  if (!listed.ok) return listed;
  const rest = await askForTheRest(booked, listed.value, ports.gateway);
  if (!rest.ok) return rest;
  const known = new Set(booked.map(({ paymentId }) => paymentId));
  const provider = [...listed.value, ...rest.value]
    .filter(({ status }) => money.has(status))
    .flatMap((payment) => asTheirs(payment, known.has(payment.id), shift, ports));
  return ok(reconcile(booked, provider, ports.now().toISOString()));
}

/** The payments of the shift's sales, and those of earlier sales of which something went back in it. */
function bookedIn(shift: Shift, { shifts, findCheckout }: ReconcilePorts): readonly BookedMoney[] {
  const { checkoutIds, refunded } = shifts.moneyOf(shift.id);
  const sold = checkoutIds.flatMap((id) => booksOf(findCheckout(id)));
  const givenBack = refunded.flatMap(({ checkoutId, paymentId }) =>
    booksOf(findCheckout(checkoutId)).filter((payment) => payment.paymentId === paymentId),
  );
  return [...new Map([...sold, ...givenBack].map((payment) => [payment.paymentId, payment])).values()];
}

function booksOf(state: CheckoutState | null): readonly BookedMoney[] {
  if (!state || !('ledger' in state)) return [];
  const { ledger, attempt } = state;
  return ledger.payments.map((payment) => ({
    paymentId: payment.id,
    saleNumber: attempt.sale.number,
    amount: payment.amount,
    givenBack: minor(payment.amount - remainingOf(ledger, payment)),
  }));
}

async function listOf(
  shift: Shift,
  { gateway, settings, now }: ReconcilePorts,
): Promise<Result<readonly RegisterPayment[], GatewayFailure>> {
  const { register } = settings();
  if (!register) return fail(noRegister);
  const skewMs = gateway.clockSkewMs();
  const end = shift.kind === 'closed' ? Date.parse(shift.closing.at) : now().getTime();
  const last = end + skewMs + MARGIN_MS;
  const found = new Map<string, RegisterPayment>();
  for (let from = Date.parse(shift.opening.at) + skewMs - MARGIN_MS; from < last; from += WINDOW_MS) {
    const page = await gateway.searchPayments({
      registerId: register.id,
      since: new Date(from),
      until: new Date(Math.min(from + WINDOW_MS, last)),
      by: 'approval',
    });
    if (!page.ok) return page;
    for (const payment of page.value) found.set(payment.id, payment);
  }
  return ok([...found.values()]);
}

/** The list may lag behind, and an earlier sale's payment is not in it: each is asked for by its number. */
async function askForTheRest(
  booked: readonly BookedMoney[],
  listed: readonly RegisterPayment[],
  gateway: PaymentGateway,
): Promise<Result<readonly RegisterPayment[], GatewayFailure>> {
  const seen = new Set(listed.map(({ id }) => id));
  const found: RegisterPayment[] = [];
  for (const { paymentId } of booked.filter((payment) => !seen.has(payment.paymentId))) {
    const payment = await gateway.fetchPayment(paymentId);
    if (payment.ok) found.push(payment.value);
    else if (payment.error.code !== 'paymentNotFound') return payment;
  }
  return ok(found);
}

/** Nothing for what another shift's sale has in its books. */
function asTheirs(payment: RegisterPayment, isBooked: boolean, shift: Shift, ports: ReconcilePorts): ProviderMoney[] {
  const { register, tillId } = ports.settings();
  const ours = payment.reference?.startsWith(referencePrefix(register?.externalId ?? '', tillId)) ?? false;
  const owner = payment.reference === null ? null : ports.findByReference(payment.reference);
  const elsewhere = booksOf(owner).some(({ paymentId }) => paymentId === payment.id);
  if (!isBooked && (elsewhere || !isWithin(shift, payment, ports))) return [];
  const { id: paymentId, amount, givenBack, commission, net } = payment;
  const saleNumber = owner?.attempt.sale.number ?? null;
  return [{ paymentId, saleNumber, ours: ours || owner !== null, amount, givenBack, commission, net }];
}

/** At the border of two shifts it may be in both: better asked about twice than never. */
function isWithin(shift: Shift, { approvedAt }: RegisterPayment, { gateway, now }: ReconcilePorts): boolean {
  const at = Date.parse(approvedAt ?? '') - gateway.clockSkewMs();
  const end = shift.kind === 'closed' ? Date.parse(shift.closing.at) : now().getTime();
  return at >= Date.parse(shift.opening.at) - TELLING_MS && at <= end + TELLING_MS;
}

const noRegister: GatewayFailure = {
  code: 'notConfigured',
  outcomeKnown: true,
  retryAfterMs: null,
  detail: 'no caja is chosen',
};
