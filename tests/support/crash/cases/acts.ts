import { minor } from '../../../../shared/money';
import type { ScanView } from '../../../../simulator/control/views';
import type { PrinterFaults } from '../../../../simulator/printer/printer-faults';
import type { CutOrder } from '../cut-plan';
import type { Stage } from '../stage';

/** What several scripts do alike. */

export const ELEVEN_MINUTES = 660_000;
export const TWELVE_MINUTES = 720_000;
export const THREE_MINUTES = 180_000;
/** Longer than the search may lag behind, so that the till believes what it does not see. */
export const LONGER_THAN_THE_LAG = 6_000;
/** Long enough for a person to do something meanwhile. */
const SLOW_MS = 700;

const elsewhere = { collector: { id: 1 } };

/** Mercado Pago's notices of what the customer does are lost. */
export function losesNotices(stage: Stage): Promise<void> {
  return stage.once('notices are lost', () => stage.control.notifications.faults.add({ fault: { kind: 'lose' } }));
}

export async function orderStands(stage: Stage): Promise<void> {
  await stage.charges();
  await stage.sees('awaitingPayment');
}

export async function scanned(stage: Stage): Promise<ScanView> {
  await stage.charges();
  return stage.scans();
}

export const pays = (stage: Stage, phone: ScanView): Promise<unknown> =>
  stage.once('pays', () => stage.control.pay(phone));

export const isRefused = (stage: Stage, phone: ScanView): Promise<unknown> =>
  stage.once('is refused', () => stage.control.pay(phone, { outcome: 'rejected' }));

/** Part of what is owed, as the API lets a wallet pay. */
export const paysPart = (stage: Stage, phone: ScanView): Promise<unknown> =>
  stage.once('pays part', () => stage.control.pay(phone, { amount: 1 }));

/** The payment looks as if it were another account's. */
export const paysElsewhere = (stage: Stage, phone: ScanView): Promise<unknown> =>
  stage.once('pays elsewhere', () => {
    showElsewhere(stage, phone);
    stage.control.pay(phone);
  });

function showElsewhere({ control }: Stage, phone: ScanView): void {
  control.show(Number(phone.merchantOrderId), elsewhere);
}

export function showAsItIs({ control }: Stage, phone: ScanView): void {
  control.show(Number(phone.merchantOrderId), { collector: { id: control.account.userId } });
}

/** A review at Mercado Pago begins. */
export const begins = (stage: Stage, phone: ScanView): Promise<{ readonly id: number }> =>
  stage.once('begins to pay', () => stage.control.pay(phone, { outcome: 'in_process' }));

export const time = (stage: Stage, name: string, ms: number): Promise<void> =>
  stage.once(`time: ${name}`, () => stage.shop.skip(ms));

/** Looks at merchant orders take a while. */
export function looksAreSlow(stage: Stage): Promise<unknown> {
  return stage.once('looks are slow', () =>
    stage.control.faults.add({
      match: { method: 'GET', path: 'merchant_orders' },
      fault: { kind: 'delay', ms: SLOW_MS },
    }),
  );
}

/** The account takes the right to ask away. */
export function lookingIsForbidden(stage: Stage): Promise<unknown> {
  return stage.once('looking is forbidden', () => stage.control.faults.add({ fault: { kind: 'status', status: 403 } }));
}

/** Mercado Pago takes no orders. */
export function putFails(stage: Stage, status = 503, error?: string): Promise<unknown> {
  return stage.once('orders are refused', () =>
    stage.control.faults.add({
      match: { method: 'PUT' },
      fault: { kind: 'status', status, ...(error === undefined ? {} : { error }) },
    }),
  );
}

/** Mercado Pago takes the next order and never says so. */
export function putIsSilent(stage: Stage): Promise<unknown> {
  return stage.once('no answer', () =>
    stage.control.faults.add({
      match: { method: 'PUT', times: 1 },
      fault: { kind: 'neverAnswer', handled: true },
    }),
  );
}

export const allIsWell = (stage: Stage): Promise<void> =>
  stage.once('all is well', () => {
    stage.control.faults.clear();
    stage.control.notifications.faults.clear();
  });

export async function paidEnd(stage: Stage): Promise<void> {
  await stage.hasThePaper();
  await stage.putsAway();
}

export async function endsIn(stage: Stage, ...phases: string[]): Promise<void> {
  await stage.isIn(...phases);
  await stage.putsAway();
}

// --- the printer

export const printerIs = (stage: Stage, name: string, faults: Partial<PrinterFaults>): Promise<unknown> =>
  stage.once(`the printer: ${name}`, () => Object.assign(stage.shop.printer.faults, faults));

/** To be armed before the paper that `pulledBeforeTheFirstByte` is about. */
export const holdBeforeTheFirstByte: CutOrder = {
  write: 'print job, queued: sending',
  moment: 'before',
  deed: 'hold',
};

/** The printer is ready and taken, and the cable is pulled before the attempt is written down. */
export const pulledBeforeTheFirstByte = (stage: Stage): Promise<void> =>
  stage.once('pulled before the first byte', () =>
    stage.shop.whileHeld(async () => {
      await stage.shop.printer.unplug();
      await stage.shop.cableIsFree();
    }),
  );

/** Somewhere in the middle of the next paper. */
const HALF_WAY_BYTES = 120;

/** The cable is pulled in the middle of the next paper. */
export const cableIsPulledHalfWay = (stage: Stage): Promise<void> =>
  stage.once('pulled half way', () => {
    const { cable, printer } = stage.shop;
    cable.cutAfter(HALF_WAY_BYTES, 'lost', () => void printer.unplug());
  });

export const cableIsBack = (stage: Stage): Promise<void> =>
  stage.once('the cable is back', async () => {
    stage.shop.cable.mend();
    await stage.shop.plugIn();
  });

/** Paid, with the ticket in the customer's hand and the charge still on the screen. */
export async function soldOnPaper(stage: Stage): Promise<void> {
  const phone = await scanned(stage);
  await pays(stage, phone);
  await stage.hasThePaper();
}

// --- the drawer

const cash = (other: number) => ({ pieces: [], other: minor(other) });

/** The ids that a sale has anyway serve its shift and its cash: asking twice is asking once. */
export const opensShift = (stage: Stage): Promise<void> =>
  stage.onceTaken('opens the shift', async () => {
    const { shop, draft } = stage;
    await shop.request('shift.saveCount', { purpose: 'opening', count: cash(50_000) });
    const reply = await shop.request('shift.open', { shiftId: draft.saleId, count: cash(50_000), by: 'Ana' });
    if (!reply.ok) throw new Error(`the shift was not opened: ${reply.error.code}`);
  });

export const takesCashOut = (stage: Stage): Promise<void> =>
  stage.onceTaken('takes cash out', async () => {
    const movement = { movementId: stage.refundId, direction: 'out' as const, amount: 20_000, reason: 'Depósito' };
    const reply = await stage.shop.request('shift.moveCash', { ...movement, by: 'Ana' });
    if (!reply.ok) throw new Error(`no cash was taken: ${reply.error.code}`);
  });

/** Counts and closes, and checks that the shift has everything once. */
export const closesShift = (stage: Stage): Promise<void> =>
  stage.onceTaken('closes the shift', async () => {
    const { shop, draft } = stage;
    const shiftId = draft.saleId;
    const counted = await shop.request('shift.confirmCount', { shiftId, count: cash(30_000) });
    // A cut right after it was closed: the till has nothing left to count.
    if (!counted.ok && counted.error.code !== 'nothingToDo') throw new Error(`not counted: ${counted.error.code}`);
    const closed = await shop.request('shift.close', { shiftId, note: '', by: 'Ana' });
    if (!closed.ok) throw new Error(`the shift was not closed: ${closed.error.code}`);
    const view = await shop.request('shift.view');
    const [newest] = view.ok ? view.value.closed : [];
    const { figures, difference } = newest?.shift.closing ?? {};
    const whole =
      newest?.shift.id === shiftId &&
      newest.movements.length === 1 &&
      difference === 0 &&
      figures?.cashOut.total === 20_000 &&
      figures.qrSales.count === 1;
    if (!whole) throw new Error(`the shift is not whole: ${JSON.stringify(newest)}`);
  });
