import type { ErrorCode } from '../../../shared/errors';
import { minor } from '../../../shared/money';
import { emptyCount, type CashCount } from '../../../shared/shift/cash-count';
import type { ClosedShiftView, ShiftView } from '../../../shared/shift/shift-view';
import { POS, type Counter } from '../../support/faults/a-counter';

/** Cash of no note or coin in particular, in minor units. */
export const cash = (amount: number): CashCount => ({ ...emptyCount, other: minor(amount) });

/** A counter whose cashier Ana works with shifts. */
export function shiftsAt(counter: Counter) {
  const failure = async (asked: Promise<{ readonly ok: boolean; readonly error?: { readonly code: ErrorCode } }>) =>
    (await asked).error?.code ?? null;
  const view = async (): Promise<ShiftView> => {
    const reply = await counter.request('shift.view');
    if (!reply.ok) throw new Error(`no shifts: ${reply.error.code}`);
    return reply.value;
  };
  const openOne = async () => {
    const { open } = await view();
    if (!open) throw new Error('no shift is open');
    return open;
  };
  return {
    view,
    openOne,
    newest: async (): Promise<ClosedShiftView> => {
      const [newest] = (await view()).closed;
      if (!newest) throw new Error('no shift was closed');
      return newest;
    },
    /** With this float. Resolves with why not, if so. */
    open: (float: number, shiftId: string = crypto.randomUUID()) =>
      failure(counter.request('shift.open', { shiftId, count: cash(float), by: 'Ana' })),
    move: (direction: 'in' | 'out', amount: number, movementId: string = crypto.randomUUID()) =>
      failure(counter.request('shift.moveCash', { movementId, direction, amount, reason: 'Cambio', by: 'Ana' })),
    count: async (amount: number) =>
      failure(counter.request('shift.confirmCount', { shiftId: (await openOne()).id, count: cash(amount) })),
    close: async (note = '', shiftId?: string) =>
      failure(counter.request('shift.close', { shiftId: shiftId ?? (await openOne()).id, note, by: 'Ana' })),
    /** A sale that was paid by QR and put away. Resolves with its charge. */
    sell: async (amount: number): Promise<string> => {
      const id = await counter.waiting(amount);
      counter.control.pay(counter.control.scanOrder(POS));
      await counter.reaches(id, 'paid');
      await counter.finish(id);
      return id;
    },
  };
}
