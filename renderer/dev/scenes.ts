import type { CheckoutState, Progress, TicketFate } from '../../shared/checkout/state';
import { countries, type Site } from '../../shared/country';
import { minor } from '../../shared/money';
import { quantitySchema, units } from '../../shared/quantity';
import { closeDraft, type Draft, type DraftLine } from '../../shared/sale';
import type { CheckoutSnapshot, Snapshot } from '../../shared/snapshot';
import { catalogue } from './catalogue';

/** A till as it could be found: what main would broadcast, and the sale that was being typed. */
export interface Scene {
  readonly snapshot: Snapshot;
  readonly draft: Draft | null;
}

const startedAt = new Date(Date.now() - 34_000).toISOString();
const expiresAt = new Date(Date.now() + 566_000).toISOString();
const noProgress: Progress = { rejections: 0, lastRejection: null, inProcess: false, received: minor(0) };

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
const typed: Draft = { saleId, lines: [line(0, 2), line(1, 6), line(6), line(8), line(4)] };
const long: Draft = { saleId, lines: Array.from({ length: 60 }, (_, index) => line(index, (index % 4) + 1)) };
const huge: Draft = {
  saleId,
  lines: [{ kind: 'free', id: 'a', name: 'Varios', unitPrice: minor(9_999_999_999), unit: 'unit', quantity: units(1) }],
};

function snapshot(changes: Partial<Snapshot> = {}, site: Site = 'MLA'): Snapshot {
  const { locale, currency } = countries[site];
  return {
    revision: 1,
    locale,
    currency,
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
      secretsSealed: true,
      provisionProblem: null,
    },
    relay: { state: 'connected', since: startedAt, clockSkewMs: 120, peers: 1 },
    gateway: { state: 'reachable', since: startedAt },
    printer: { state: 'ready', paperLow: false, answersStatus: true },
    checkout: null,
    attention: [],
    ...changes,
  };
}

type Bare<State> = State extends unknown ? Omit<State, 'attempt'> : never;

function checkout(
  state: Bare<CheckoutState>,
  draft: Draft = typed,
  beside: Partial<CheckoutSnapshot> = {},
): CheckoutSnapshot {
  const closed = closeDraft(draft.lines);
  if (!closed.ok) throw new Error(closed.error.code);
  const attempt = {
    checkoutId: '9a4f8f4e-36a9-4b1f-9d0b-6d0f0b1a2c3d',
    sale: { id: saleId, number: 1284, ...closed.value },
    reference: 'CAJA1K4Z7Q2M9X1B7T3R8',
    currency: 'ARS' as const,
    collectorId: '446566691',
    register: { externalStoreId: 'SUC1', externalPosId: 'CAJA1', name: 'Caja 1' },
    expiresAt,
    createdAt: startedAt,
  };
  return { state: { ...state, attempt }, trouble: null, polling: false, ...beside };
}

function paid(ticket: Partial<TicketFate>, surplus = 0): Scene {
  const closed = closeDraft(typed.lines);
  const total = closed.ok ? closed.value.total : 0;
  const settlement = {
    orderIds: ['21098765432'],
    paymentIds: surplus > 0 ? ['84512309876', '84512309991'] : ['84512309876'],
    received: minor(total + surplus),
    surplus: minor(surplus),
  };
  const fate: TicketFate = { jobId: 'job-1', copy: 0, status: 'printed', trouble: null, ...ticket };
  return scene({ checkout: checkout({ kind: 'paid', settlement, paidAt: startedAt, ticket: fate }) });
}

function scene(changes: Partial<Snapshot> = {}, draft: Draft | null = null, site: Site = 'MLA'): Scene {
  return { snapshot: snapshot(changes, site), draft };
}

function awaiting(progress: Partial<Progress> = {}, beside: Partial<CheckoutSnapshot> = {}, draft: Draft = typed) {
  return checkout({ kind: 'awaitingPayment', progress: { ...noProgress, ...progress } }, draft, beside);
}

const silent = { state: 'disconnected', since: startedAt, reason: 'unreachable' } as const;
const doubt = (reason: 'paidShort' | 'paidAfterCancel') => checkout({ kind: 'needsAttention', reason, at: startedAt });
const setup = snapshot().setup;

const scenes: Readonly<Record<string, () => Scene>> = {
  empty: () => scene(),
  practice: () => scene({ practice: true }, typed),
  typed: () => scene({}, typed),
  long: () => scene({}, long),
  huge: () => scene({}, huge),
  chile: () => scene({}, typed, 'MLC'),
  mexico: () => scene({}, typed, 'MLM'),
  troubles: () =>
    scene(
      {
        relay: silent,
        gateway: { state: 'unreachable', since: startedAt, code: 'offline' },
        printer: { state: 'trouble', trouble: 'paperOut' },
        attention: [doubt('paidAfterCancel'), doubt('paidShort')],
      },
      typed,
    ),
  creating: () => scene({ checkout: checkout({ kind: 'creatingOrder' }) }),
  awaiting: () => scene({ checkout: awaiting() }),
  awaitingQr: () =>
    scene({ checkout: awaiting(), setup: { ...setup, charge: { ...setup.charge, showQrOnScreen: true } } }),
  awaitingHuge: () => scene({ checkout: awaiting({}, {}, huge) }),
  awaitingLong: () => scene({ checkout: awaiting({}, {}, long) }),
  polling: () => scene({ checkout: awaiting({}, { polling: true }), relay: silent }),
  refused: () => scene({ checkout: awaiting({ rejections: 1 }) }),
  short: () => scene({ checkout: awaiting({ received: minor(500_000) }) }),
  offline: () => scene({ checkout: awaiting({}, { trouble: { code: 'offline', since: startedAt } }) }),
  verifying: () => scene({ checkout: checkout({ kind: 'verifying', progress: noProgress, hint: 'cashier' }) }),
  cancelling: () =>
    scene({ checkout: checkout({ kind: 'cancelling', progress: noProgress, why: 'cashier', withdrawnAt: null }) }),
  paid: () => paid({}),
  paidPrinting: () => paid({ status: 'sending' }),
  paidNoPaper: () => paid({ status: 'queued', trouble: 'paperOut' }),
  paidAsk: () => paid({ status: 'unconfirmed', trouble: 'unplugged' }),
  paidFailed: () => paid({ status: 'failed', trouble: 'notFound' }),
  paidOver: () => paid({ copy: 1 }, 120_000),
  cancelled: () => scene({ checkout: checkout({ kind: 'cancelled', at: startedAt }) }, typed),
  expired: () => scene({ checkout: checkout({ kind: 'expired', at: startedAt }) }, typed),
  rejected: () => scene({ checkout: checkout({ kind: 'rejected', code: 'registerNotFound' }) }, typed),
  doubt: () => scene({ checkout: doubt('paidShort') }),
  firstRun: () =>
    scene({
      setup: { ...setup, account: null, register: null, relay: null, printer: null, business: null },
      relay: { state: 'notConfigured' },
      gateway: { state: 'unknown' },
      printer: { state: 'notConfigured' },
    }),
};

export function sceneNamed(name: string): Scene {
  const make = scenes[name];
  if (!make) throw new Error(`There is no scene ${name}; there are ${Object.keys(scenes).join(', ')}`);
  return make();
}
