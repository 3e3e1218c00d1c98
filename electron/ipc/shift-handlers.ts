import { ok } from '../../shared/errors';
import type { shiftRequests } from '../../shared/ipc/shift-requests';
import type { Till } from '../till';
import type { RequestHandlers } from './serve-requests';

/** What each request about shifts does. A name that is typed is the next one's suggestion. */
export function shiftHandlers(till: Till): Pick<RequestHandlers, keyof typeof shiftRequests> {
  const { shifts } = till;
  return {
    'shift.view': () => ok(shifts.view()),
    'shift.require': ({ required }) => shifts.require(required),
    'shift.saveCount': (draft) => shifts.saveCount(draft),
    'shift.open': ({ shiftId, count, by }) => till.inTheNameOf(by, () => shifts.open(shiftId, count, by)),
    'shift.moveCash': ({ movementId, direction, amount, reason, by }) =>
      till.inTheNameOf(by, () => shifts.move({ id: movementId, direction, amount, reason, by })),
    'shift.reprintMovement': ({ movementId }) => shifts.reprintMovement(movementId, till.operator()),
    'shift.printX': () => shifts.printX(),
    'shift.confirmCount': ({ shiftId, count }) => shifts.confirmCount(shiftId, count),
    'shift.close': ({ shiftId, note, by }) => till.inTheNameOf(by, () => shifts.close(shiftId, note, by)),
    'shift.reconcile': ({ shiftId }) => shifts.reconcile(shiftId),
    'shift.reprint': ({ shiftId }) => shifts.reprint(shiftId, till.operator()),
  };
}
