import { POS } from '../e2e/a-shop';
import type { Stage } from '../crash/stage';
import type { Fault } from './sale-plan';

/** Mercado Pago's account pages are no part of a sale: only what a charge asks is broken. */
const ofACharge = 'orders|payments';

/** Makes one fault of a plan begin. @param callOff is told how to call off what has not happened when the sale is over */
export function breakThings({ shop, control }: Stage, fault: Fault, callOff: (undo: () => void) => void): void {
  switch (fault.kind) {
    case 'killAtWrite':
      shop.alsoArm({ write: null, skip: fault.skip, moment: fault.moment, deed: 'kill' });
      return;
    case 'killAtMoment': {
      const timer = setTimeout(() => shop.strike(), fault.afterMs);
      callOff(() => clearTimeout(timer));
      return;
    }
    case 'killAtByte':
      shop.cable.cutAfter(fault.bytes, fault.rest, () => shop.strike());
      return;
    case 'diskFull':
      for (let time = 0; time < fault.times; time += 1) {
        shop.alsoArm({ write: null, skip: fault.skip, moment: 'before', deed: 'refuse' });
      }
      return;
    case 'noticesLost':
      control.notifications.faults.add({ match: { times: fault.times }, fault: { kind: 'lose' } });
      return;
    case 'noticesDoubled':
      control.notifications.faults.add({ fault: { kind: 'double', copies: fault.copies } });
      return;
    case 'noticesSwapped':
      control.notifications.faults.add({ match: { times: fault.times }, fault: { kind: 'afterNext' } });
      return;
    case 'noticesLate':
      control.notifications.faults.add({ fault: { kind: 'delay', ms: fault.ms } });
      return;
    case 'noticeForged':
      forge(control, fault.whose);
      return;
    case 'apiFails':
      breakApi(control, fault, { kind: 'status', status: fault.status });
      return;
    case 'apiSlow':
      breakApi(control, { ...fault, after: 0 }, { kind: 'delay', ms: fault.ms });
      return;
    case 'answersLost':
      breakApi(control, fault, { kind: 'loseAnswer' });
      return;
    case 'requestsDropped':
      breakApi(control, fault, { kind: 'drop' });
      return;
    case 'answersTorn':
      breakApi(control, fault, { kind: 'garbage' });
      return;
    case 'paperOut':
      shop.printer.faults.paperOut = true;
      return;
    case 'rollEnds':
      shop.printer.faults.paperOutAfterLines = fault.lines;
      return;
    case 'cableCut':
      shop.cable.cutAfter(fault.bytes, 'lost', () => void shop.printer.unplug());
      return;
    case 'timeSkips':
      shop.skip(fault.seconds * 1000);
      return;
  }
}

/** Somebody sees to what is broken in the shop itself. */
export async function mendThePrinter({ shop }: Stage): Promise<void> {
  Object.assign(shop.printer.faults, { paperOut: false, paperOutAfterLines: null });
  shop.cable.mend();
  await shop.plugIn();
}

type Control = Stage['control'];

function breakApi(
  control: Control,
  { after, times }: { readonly after: number; readonly times: number },
  fault: Parameters<Control['faults']['add']>[0]['fault'],
): void {
  control.faults.add({ match: { path: ofACharge, after, times }, fault });
}

/** Says that something is paid, when it is not or when there is no such thing. */
function forge(control: Control, whose: 'ours' | 'nobodys'): void {
  const url = control.orders().findLast(({ notificationUrl }) => notificationUrl !== null)?.notificationUrl;
  if (url === undefined || url === null) return;
  const reference = control.orderOn(POS)?.externalReference;
  const ours = reference === undefined ? undefined : control.merchantOrders(reference).at(-1);
  control.notifications.forge({ url, merchantOrderId: (whose === 'ours' ? ours?.id : undefined) ?? 999_999_999 });
}
