import { appearanceSchema } from '../../shared/appearance';
import type { Ledger } from '../../shared/checkout/ledger';
import type { AttentionReason, CheckoutState, Progress, StateOf, TicketFate } from '../../shared/checkout/state';
import { noProgress } from '../../shared/checkout/state';
import { defaultCashRounding } from '../../shared/cash/cash-rounding';
import { countries, type Site } from '../../shared/country';
import { minor } from '../../shared/money';
import type { AuditEntry } from '../../shared/people/audit';
import type { People } from '../../shared/people/people';
import { quantitySchema, units } from '../../shared/quantity';
import { closeDraft, type Draft, type DraftLine } from '../../shared/sale';
import type { ShiftView } from '../../shared/shift/shift-view';
import { sellingSettingsSchema } from '../../shared/selling';
import type { CheckoutSnapshot, SaleRecord, Snapshot } from '../../shared/snapshot';
import { catalogue } from './catalogue';

/** A till as it could be found: what main would broadcast, and the sale that was being typed. */
export interface Scene {
  readonly snapshot: Snapshot;
  readonly draft: Draft | null;
  /** What the list of sales finds. */
  readonly sales: readonly SaleRecord[];
  readonly shifts: ShiftView;
}

export const startedAt = new Date(Date.now() - 34_000).toISOString();
const expiresAt = new Date(Date.now() + 566_000).toISOString();

/** Minutes before now, ISO 8601. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

function line(index: number, quantity = 1): DraftLine {
  const product = catalogue[index % catalogue.length] ?? catalogue[0];
  if (!product) throw new Error('The catalogue is empty');
  return {
    kind: 'product',
    id: `line-${index}`,
    productId: product.id,
    name: product.name,
    unitPrice: product.price,
    unit: product.unit,
    quantity: product.unit === 'kg' ? quantitySchema.parse(350) : units(quantity),
  };
}

const saleId = '2f1f7f0e-6f53-4a0e-9a53-0d4b3b2f7a10';
export const typed: Draft = { saleId, lines: [line(0, 2), line(1, 6), line(6), line(8), line(4)] };
export const long: Draft = { saleId, lines: Array.from({ length: 60 }, (_, index) => line(index, (index % 4) + 1)) };
export const huge: Draft = {
  saleId,
  lines: [{ kind: 'free', id: 'a', name: 'Varios', unitPrice: minor(9_999_999_999), unit: 'unit', quantity: units(1) }],
};

export function snapshot(changes: Partial<Snapshot> = {}, site: Site = 'MLA'): Snapshot {
  const { locale, currency } = countries[site];
  return {
    revision: 1,
    locale,
    currency,
    appearance: appearanceSchema.parse({}),
    practice: false,
    setup: {
      account: { userId: '446566691', nickname: 'ALMACEN.DEL.PUERTO', site },
      register: {
        id: '1',
        name: 'Caja 1',
        externalId: 'CAJA1',
        storeName: 'Almacén del Puerto',
        externalStoreId: 'SUC1',
      },
      relay: { url: 'https://relay.example', caja: 'CAJA1' },
      printer: {
        transport: { kind: 'usb', path: '/dev/usb/lp0' },
        columns: 48,
        codePage: 'PC858',
        cut: 'partial',
        drawerPin: 2,
      },
      business: {
        name: 'Almacén del Puerto',
        address: 'Av. Costanera 120',
        taxId: 'CUIT 30-00000000-7',
        footer: 'Gracias',
      },
      charge: { expiresInMinutes: 10, showQrOnScreen: false, sponsorId: null, ivaPercent: null },
      customerScreen: 'auto',
      selling: sellingSettingsSchema.parse({}),
      secretsSealed: true,
      provisionProblem: null,
      language: null,
      guideStep: null,
    },
    relay: { state: 'connected', since: startedAt, clockSkewMs: 120, peers: 1 },
    gateway: { state: 'reachable', since: startedAt },
    printer: { state: 'ready', paperLow: false, answersStatus: true },
    printerSearch: { state: 'idle' },
    checkout: null,
    attention: [],
    strays: [],
    refunds: [],
    interrupted: [],
    cash: { sale: null, rounding: defaultCashRounding(site), roundingIsOurs: false },
    shift: { required: false, open: null },
    heldSales: 0,
    lease: { state: 'held', since: startedAt },
    disk: { state: 'ok' },
    unreadable: 0,
    operator: 'Marina',
    people: {
      operators: [],
      current: null,
      settings: { lockAfterMinutes: 5, cashierMay: ['voidSale'] },
      setupOpen: false,
      pinWaitsUntil: null,
    },
    ...changes,
  };
}

export function scene(
  changes: Partial<Snapshot> = {},
  draft: Draft | null = null,
  {
    site = 'MLA',
    sales = [],
    shifts = { open: null, draft: null, closed: [] },
  }: { readonly site?: Site; readonly sales?: readonly SaleRecord[]; readonly shifts?: ShiftView } = {},
): Scene {
  return { snapshot: snapshot(changes, site), draft, sales, shifts };
}

type Bare<State> = State extends unknown ? Omit<State, 'attempt'> : never;

/** Each charge of a scene by its number: the ids follow from it. */
export function checkoutOf(
  number: number,
  state: Bare<CheckoutState>,
  draft: Draft = typed,
  createdAt: string = startedAt,
): CheckoutSnapshot {
  const closed = closeDraft(draft);
  if (!closed.ok) throw new Error(closed.error.code);
  const attempt = {
    checkoutId: idOf(number),
    sale: { id: saleId, number, ...closed.value },
    reference: `CAJA1K4Z7Q2M9X1B7T${number}`,
    currency: 'ARS' as const,
    collectorId: '446566691',
    register: { externalStoreId: 'SUC1', externalPosId: 'CAJA1', name: 'Caja 1' },
    expiresAt,
    createdAt,
  };
  return { state: { ...state, attempt }, trouble: null, polling: false };
}

/** A UUID of its own for every number. */
export function idOf(number: number): string {
  return `9a4f8f4e-36a9-4b1f-9d0b-${String(number).padStart(12, '0')}`;
}

export function checkout(
  state: Bare<CheckoutState>,
  draft: Draft = typed,
  beside: Partial<CheckoutSnapshot> = {},
): CheckoutSnapshot {
  return { ...checkoutOf(1284, state, draft), ...beside };
}

/** Of `typed`, in centavos. */
export const typedTotal = (() => {
  const closed = closeDraft(typed);
  return closed.ok ? closed.value.total : minor(0);
})();

export function awaiting(
  progress: Partial<Progress> = {},
  beside: Partial<CheckoutSnapshot> = {},
  draft: Draft = typed,
) {
  return checkout({ kind: 'awaitingPayment', progress: { ...noProgress, ...progress } }, draft, beside);
}

/** What came: one payment each, on an order each, with what went back of it. */
export function ledgerOf(...payments: readonly { amount: number; givenBack?: number; orderId?: string }[]): Ledger {
  return {
    payments: payments.map(({ amount, givenBack = 0, orderId }, index) => ({
      id: String(84_512_309_876 + index * 115),
      orderId: orderId ?? String(21_098_765_432 + index),
      amount: minor(amount),
      givenBack: minor(givenBack),
    })),
    refunds: [],
    accepted: null,
  };
}

export function paidState(
  ledger: Ledger = ledgerOf({ amount: typedTotal }),
  ticket: Partial<TicketFate> = {},
  paidAt: string = startedAt,
): Omit<StateOf<'paid'>, 'attempt'> {
  return {
    kind: 'paid',
    settlement: {
      orderIds: ledger.payments.map(({ orderId }) => orderId),
      paymentIds: ledger.payments.map(({ id }) => id),
      received: minor(ledger.payments.reduce((total, { amount }) => total + amount, 0)),
    },
    paidAt,
    ticket: { jobId: 'job-1', copy: 0, status: 'printed', trouble: null, asked: null, ...ticket },
    ledger,
  };
}

export function doubt(
  number: number,
  reason: AttentionReason,
  ledger: Ledger = ledgerOf({ amount: typedTotal }),
  at: string = startedAt,
): CheckoutSnapshot {
  return checkoutOf(number, { kind: 'needsAttention', reason, at, ledger });
}

/** A manager and two cashiers; the first of them is at the till. */
export function staff(changes: Partial<People> = {}): People {
  const operators: People['operators'] = [
    { id: idOf(101), name: 'Marina', role: 'cashier' },
    { id: idOf(102), name: 'Héctor', role: 'manager' },
    { id: idOf(103), name: 'Ana Belén', role: 'cashier' },
  ];
  return {
    operators,
    current: operators[0] ?? null,
    settings: { lockAfterMinutes: 5, cashierMay: ['voidSale'] },
    setupOpen: false,
    pinWaitsUntil: null,
    ...changes,
  };
}

/** What a log looks like after a morning. */
export function auditEntries(): AuditEntry[] {
  const acts: readonly Pick<AuditEntry, 'act' | 'by' | 'approvedBy' | 'facts'>[] = [
    { act: 'signedIn', by: 'Marina', approvedBy: null, facts: {} },
    { act: 'saleVoided', by: 'Marina', approvedBy: null, facts: { amount: minor(485_000), note: 'Alfajor, Agua' } },
    { act: 'pinRefused', by: 'Marina', approvedBy: null, facts: {} },
    {
      act: 'refundRequested',
      by: 'Marina',
      approvedBy: 'Héctor',
      facts: { sale: 1283, amount: minor(340_100), payment: '84512309876', note: 'El cliente devolvió la compra' },
    },
    { act: 'ticketReprinted', by: 'Marina', approvedBy: null, facts: { sale: 1283 } },
    { act: 'printerChosen', by: 'Héctor', approvedBy: null, facts: {} },
  ];
  return acts.map((entry, index) => ({ ...entry, seq: index + 1, at: minutesAgo(60 - index * 7) })).reverse();
}
