import { noProgress, type TicketFate } from '../../shared/checkout/state';
import { minor } from '../../shared/money';
import {
  awaiting,
  checkout,
  doubt,
  huge,
  ledgerOf,
  long,
  paidState,
  scene,
  snapshot,
  startedAt,
  typed,
  type Scene,
} from './builders';
import { cashSale, heldSales } from './counter-sales';
import { moneyScenes } from './money-scenes';
import { shiftScenes } from './shift-scenes';
import { peopleScenes } from './people-scenes';

const silent = { state: 'disconnected', since: startedAt, reason: 'unreachable' } as const;
const { setup, cash } = snapshot();
const paid = (ticket: Partial<TicketFate>) => scene({ checkout: checkout(paidState(undefined, ticket)) });

const scenes: Readonly<Record<string, () => Scene>> = {
  empty: () => scene(),
  practice: () => scene({ practice: true }, typed),
  typed: () => scene({}, typed),
  long: () => scene({}, long),
  discounted: () => scene({}, { ...long, discount: { kind: 'percent', hundredths: 1000 } }),
  huge: () => scene({}, huge),
  chile: () => scene({}, typed, { site: 'MLC' }),
  brazil: () => scene({}, typed, { site: 'MLB' }),
  mexico: () => scene({}, typed, { site: 'MLM' }),
  troubles: () =>
    scene(
      {
        relay: silent,
        gateway: { state: 'unreachable', since: startedAt, code: 'offline' },
        printer: { state: 'trouble', trouble: 'paperOut' },
        attention: [doubt(1283, 'paidAfterCancel'), doubt(1280, 'paidShort', ledgerOf({ amount: 500_000 }))],
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
  cancelled: () => scene({ checkout: checkout({ kind: 'cancelled', at: startedAt }) }, typed),
  expired: () => scene({ checkout: checkout({ kind: 'expired', at: startedAt }) }, typed),
  rejected: () => scene({ checkout: checkout({ kind: 'rejected', code: 'registerNotFound' }) }, typed),
  cashPaid: () => scene({ cash: { ...cash, sale: cashSale() } }),
  held: () => scene({ heldSales: heldSales.length }, typed),
  ...moneyScenes,
  ...shiftScenes,
  ...peopleScenes,
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
