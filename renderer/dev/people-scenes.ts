import { noProgress } from '../../shared/checkout/state';
import { awaiting, checkout, paidState, scene, snapshot, staff, typed, type Scene } from './builders';

const manager = staff().operators[1] ?? null;

/** Who is at the till. Everybody's PIN is 2580. */
export const peopleScenes: Readonly<Record<string, () => Scene>> = {
  cashier: () => scene({ people: staff() }, typed),
  managerHere: () => scene({ people: staff({ current: manager }) }, typed),
  locked: () => scene({ people: staff({ current: null }) }, typed),
  lockedWaiting: () => scene({ people: staff({ current: null }), checkout: awaiting() }),
  lockedAsking: () =>
    scene({
      people: staff({ current: null }),
      checkout: checkout({ kind: 'verifying', progress: noProgress, hint: 'relay' }),
    }),
  lockedPaid: () => scene({ people: staff({ current: null }), checkout: checkout(paidState()) }),
  lockedSlow: () =>
    scene({
      people: staff({ current: null, pinWaitsUntil: new Date(Date.now() + 60_000).toISOString() }),
    }),
  noPeople: () => scene({ setup: { ...snapshot().setup, printer: null } }),
};
