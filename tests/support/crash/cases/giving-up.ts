import type { ScanView } from '../../../../simulator/control/views';
import { orderArrivesLate } from '../late-order';
import type { Script, Stage } from '../stage';
import * as acts from './acts';
import { nothingPaid, paidOnPaper, type Case, type Cases } from './case';

const cancelled: Case = {
  script: async (stage) => {
    await acts.orderStands(stage);
    await stage.presses('cancel');
    await acts.endsIn(stage, 'cancelled');
  },
  ends: nothingPaid('cancelled'),
};

const expired: Case = {
  script: async (stage) => {
    await acts.orderStands(stage);
    await acts.time(stage, 'nobody pays', acts.ELEVEN_MINUTES);
    await stage.sees('cancelling');
    await acts.time(stage, 'the search has caught up', acts.LONGER_THAN_THE_LAG);
    await acts.endsIn(stage, 'expired');
  },
  ends: nothingPaid('expired'),
};

/** The customer does this before the key is pressed, and no notice of it comes. */
const beforeTheKey =
  (deed: (stage: Stage, phone: ScanView) => Promise<unknown>, end: Script): Script =>
  async (stage) => {
    await acts.losesNotices(stage);
    const phone = await acts.scanned(stage);
    await stage.sees('awaitingPayment');
    await deed(stage, phone);
    await stage.presses('cancel');
    await end(stage);
  };

/** The customer does this when the order has left the caja, before the till looks what became of it. */
const afterTheOrderWent =
  (deed: (stage: Stage, phone: ScanView) => Promise<unknown>, end: Script): Script =>
  async (stage) => {
    await acts.losesNotices(stage);
    const phone = await acts.scanned(stage);
    await stage.sees('awaitingPayment');
    await acts.looksAreSlow(stage);
    await stage.presses('cancel');
    await stage.orderIsOff();
    await deed(stage, phone);
    await acts.allIsWell(stage);
    await end(stage);
  };

/** A payment that had begun when the charge was given up is still on its way. */
async function stillOnItsWay(stage: Stage, giveUp: Script): Promise<{ readonly id: number }> {
  const phone = await acts.scanned(stage);
  await stage.sees('awaitingPayment');
  const payment = await acts.begins(stage, phone);
  await giveUp(stage);
  await stage.sees('cancelling/withdrawn');
  return payment;
}

const byKey: Script = (stage) => stage.presses('cancel');
const byTime: Script = async (stage) => {
  await acts.time(stage, 'nobody pays', acts.ELEVEN_MINUTES);
  await stage.sees('cancelling', 'cancelling/withdrawn');
  await acts.time(stage, 'the search has caught up', acts.LONGER_THAN_THE_LAG);
};

const decided =
  (outcome: 'approved' | 'rejected', end: Script, giveUp = byKey): Script =>
  async (stage) => {
    const payment = await stillOnItsWay(stage, giveUp);
    await stage.once('is decided', () => stage.control.settlePending(payment, outcome));
    // Nobody is told of a refused payment: the order stays open.
    await stage.presses('verify');
    await end(stage);
  };

/** A lost request for the order arrives while the till is off, and meanwhile this happens. */
const orderIsBack =
  (deed: (stage: Stage, payment: { readonly id: number }) => unknown, end: Script): Script =>
  async (stage) => {
    const payment = await stillOnItsWay(stage, byKey);
    await acts.losesNotices(stage);
    await stage.powerGoes('the power goes', async () => {
      await orderArrivesLate(stage);
      await deed(stage, payment);
    });
    await end(stage);
  };

const settles = (outcome: 'approved' | 'rejected') => (stage: Stage, payment: { readonly id: number }) =>
  stage.control.settlePending(payment, outcome);

/** One more order, which the lost request made. */
const madeTwice = { orders: 2 };

/** From the key, or the clock, to the certainty that nothing can be paid any more. */
export const givingUp: Cases = {
  'awaitingPayment, cancelRequested: cancelling': cancelled,
  'awaitingPayment, expiryReached: cancelling': expired,
  'cancelling, orderWithdrawn: cancelled': cancelled,
  'cancelling, orderWithdrawn: expired': expired,
  'cancelling, orderObserved: paid/queued': { script: beforeTheKey(acts.pays, acts.paidEnd), ends: paidOnPaper },
  'cancelling, orderObserved: needsAttention': {
    script: beforeTheKey(acts.paysElsewhere, (stage) => acts.endsIn(stage, 'needsAttention')),
    ends: nothingPaid('needsAttention'),
  },
  'cancelling, orderObserved: cancelling': {
    script: beforeTheKey(
      async (stage, phone) => {
        await acts.isRefused(stage, phone);
        await stage.once('the order is locked', () =>
          stage.control.refuseDelete(phone.order.pos, 'instore_order_locked_error', { times: 2, status: 409 }),
        );
      },
      (stage) => acts.endsIn(stage, 'cancelled'),
    ),
    ends: nothingPaid('cancelled'),
  },
  'cancelling, orderWithdrawn: paid/queued': { script: afterTheOrderWent(acts.pays, acts.paidEnd), ends: paidOnPaper },
  'cancelling, orderWithdrawn: needsAttention': {
    script: afterTheOrderWent(acts.paysPart, (stage) => acts.endsIn(stage, 'needsAttention')),
    ends: nothingPaid('needsAttention'),
  },
  'cancelling, orderWithdrawn: cancelling/withdrawn': {
    script: decided('rejected', (stage) => acts.endsIn(stage, 'cancelled')),
    ends: nothingPaid('cancelled'),
  },
  'cancelling/withdrawn, orderObserved: cancelled': {
    script: decided('rejected', (stage) => acts.endsIn(stage, 'cancelled')),
    ends: nothingPaid('cancelled'),
  },
  'cancelling/withdrawn, orderObserved: expired': {
    script: decided('rejected', (stage) => acts.endsIn(stage, 'expired'), byTime),
    ends: nothingPaid('expired'),
  },
  'cancelling/withdrawn, orderObserved: paid/queued': { script: decided('approved', acts.paidEnd), ends: paidOnPaper },
  'cancelling/withdrawn, orderObserved: needsAttention': {
    script: async (stage) => {
      await stillOnItsWay(stage, byKey);
      await acts.time(stage, 'nobody waits that long', acts.THREE_MINUTES);
      await stage.presses('verify');
      await acts.endsIn(stage, 'needsAttention');
    },
    ends: nothingPaid('needsAttention'),
  },
  'cancelling/withdrawn, orderObserved: cancelling/withdrawn': {
    script: async (stage) => {
      const payment = await stillOnItsWay(stage, byKey);
      const phone = await stage.scans();
      await acts.isRefused(stage, phone);
      await stage.presses('verify');
      await stage.seesRefusals(1);
      await stage.once('is decided', () => stage.control.settlePending(payment, 'rejected'));
      await stage.presses('verify', 'again');
      await acts.endsIn(stage, 'cancelled');
    },
    ends: nothingPaid('cancelled'),
  },
  'cancelling/withdrawn, orderWithdrawn: cancelled': {
    script: orderIsBack(settles('rejected'), (stage) => acts.endsIn(stage, 'cancelled')),
    ends: { ...nothingPaid('cancelled'), ...madeTwice },
  },
  'cancelling/withdrawn, orderWithdrawn: paid/queued': {
    script: orderIsBack(settles('approved'), acts.paidEnd),
    ends: { ...paidOnPaper, ...madeTwice },
  },
  'cancelling/withdrawn, orderWithdrawn: needsAttention': {
    script: orderIsBack(
      (stage) => stage.shop.skip(acts.THREE_MINUTES),
      (stage) => acts.endsIn(stage, 'needsAttention'),
    ),
    ends: { ...nothingPaid('needsAttention'), ...madeTwice },
  },
  'cancelling/withdrawn, orderWithdrawn: cancelling/withdrawn': {
    script: orderIsBack(
      async (stage) => {
        await acts.isRefused(stage, await stage.scans());
      },
      async (stage) => {
        await stage.seesRefusals(1);
        const payment = await acts.begins(stage, await stage.scans());
        await stage.once('is decided', () => stage.control.settlePending(payment, 'rejected'));
        await stage.presses('verify');
        await acts.endsIn(stage, 'cancelled');
      },
    ),
    ends: { ...nothingPaid('cancelled'), ...madeTwice },
  },
  'cancelling, orderUnverifiable: needsAttention': {
    script: async (stage) => {
      await acts.orderStands(stage);
      await acts.lookingIsForbidden(stage);
      await stage.presses('cancel');
      await stage.sees('cancelling');
      await acts.time(stage, 'nobody can pay any more', acts.TWELVE_MINUTES);
      await acts.endsIn(stage, 'needsAttention');
    },
    ends: nothingPaid('needsAttention'),
  },
  'cancelling/withdrawn, orderUnverifiable: needsAttention': {
    script: async (stage) => {
      await stillOnItsWay(stage, byKey);
      await stage.powerGoes('the power goes', async () => {
        await acts.lookingIsForbidden(stage);
        await acts.time(stage, 'nobody can pay any more', acts.TWELVE_MINUTES);
      });
      await acts.endsIn(stage, 'needsAttention');
    },
    ends: nothingPaid('needsAttention'),
  },
  'cancelling/withdrawn, orderWithdrawn: expired': {
    unreachable: 'an order whose time is over cannot be put on the caja again, and nothing else is withdrawn twice',
  },
};
