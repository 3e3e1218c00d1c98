import { ok } from '../../shared/errors';
import type { shiftRequests } from '../../shared/ipc/shift-requests';
import { nameOf } from '../people/authority';
import type { Till } from '../till';
import { absenceOf } from './absence-of';
import type { RequestHandlers } from './serve-requests';

/** What each request about shifts does. Without operators a name that is typed is the next one's suggestion. */
export function shiftHandlers(till: Till): Pick<RequestHandlers, keyof typeof shiftRequests> {
  const { shifts, people } = till;
  const absence = () => absenceOf(people);
  return {
    'shift.view': () => ok(shifts.view()),
    'shift.require': async ({ required }) => {
      const allowed = await people.authorise('settings');
      return allowed.ok ? shifts.require(required) : allowed;
    },
    'shift.saveCount': (draft) => shifts.saveCount(draft),
    'shift.open': ({ shiftId, count, by }) =>
      till.inTheNameOf(null, { by }, (authority) => shifts.open(shiftId, count, nameOf(authority, by))),
    'shift.moveCash': ({ movementId, direction, amount, reason, ...who }) =>
      till.inTheNameOf('cashMovement', who, (authority) => {
        const by = nameOf(authority, who.by);
        return shifts.move({ id: movementId, direction, amount, reason, by }, () =>
          people.note('cashMoved', { amount, note: reason }, authority),
        );
      }),
    'shift.reprintMovement': ({ movementId }) => absence() ?? shifts.reprintMovement(movementId, till.operator()),
    'shift.printX': () => absence() ?? shifts.printX(),
    'shift.confirmCount': ({ shiftId, count }) => absence() ?? shifts.confirmCount(shiftId, count),
    'shift.close': ({ shiftId, note, ...who }) =>
      till.inTheNameOf('closeShift', who, (authority) =>
        shifts.close(shiftId, note, nameOf(authority, who.by), () =>
          people.note('shiftClosed', note === '' ? {} : { note }, authority),
        ),
      ),
    'shift.reconcile': ({ shiftId }) => shifts.reconcile(shiftId),
    'shift.reprint': ({ shiftId }) => absence() ?? shifts.reprint(shiftId, till.operator()),
  };
}
