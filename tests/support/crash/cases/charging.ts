import type { Script } from '../stage';
import * as acts from './acts';
import { nothingPaid, paidOnPaper, type Case, type Cases } from './case';

const paidAtOnce: Case = {
  script: async (stage) => {
    const phone = await acts.scanned(stage);
    await acts.pays(stage, phone);
    await acts.paidEnd(stage);
  },
  ends: paidOnPaper,
};

/** While the till is off, and no notice of it comes. */
const inTheDark =
  (deed: typeof acts.pays, end: Script): Script =>
  async (stage) => {
    await acts.losesNotices(stage);
    const phone = await acts.scanned(stage);
    await stage.sees('awaitingPayment');
    await stage.powerGoes('the power goes', () => deed(stage, phone));
    await end(stage);
  };

/** Gives the charge up in the middle of a look. */
const givenUpWhileLooking =
  (giveUp: Script, phase: string): Script =>
  async (stage) => {
    await acts.looksAreSlow(stage);
    await acts.orderStands(stage);
    await stage.presses('verify');
    await stage.sees('verifying');
    await giveUp(stage);
    await acts.allIsWell(stage);
    await stage.sees('cancelling', phase);
    await acts.time(stage, 'the search has caught up', acts.LONGER_THAN_THE_LAG);
    await acts.endsIn(stage, phase);
  };

/** From the cashier's key to what the customer did. */
export const charging: Cases = {
  'begun: creatingOrder': paidAtOnce,
  'creatingOrder, orderCreated: awaitingPayment': paidAtOnce,
  'awaitingPayment, paymentHinted: verifying': paidAtOnce,
  'verifying, orderObserved: paid/queued': paidAtOnce,

  'creatingOrder, orderObserved: paid/queued': {
    script: async (stage) => {
      await acts.putIsSilent(stage);
      const phone = await acts.scanned(stage);
      await acts.pays(stage, phone);
      await acts.paidEnd(stage);
    },
    ends: paidOnPaper,
  },
  'creatingOrder, orderObserved: needsAttention': {
    script: async (stage) => {
      await acts.putIsSilent(stage);
      const phone = await acts.scanned(stage);
      await acts.paysElsewhere(stage, phone);
      await acts.endsIn(stage, 'needsAttention');
    },
    ends: nothingPaid('needsAttention'),
  },
  'creatingOrder, orderRefused: rejected': {
    script: async (stage) => {
      await acts.putFails(stage, 400, 'invalid_total_amount');
      await stage.charges();
      await acts.endsIn(stage, 'rejected');
    },
    ends: nothingPaid('rejected', 0),
  },
  'creatingOrder, cancelRequested: cancelling': {
    script: async (stage) => {
      await acts.putFails(stage);
      await stage.charges();
      await stage.presses('cancel');
      await stage.sees('cancelling');
      await acts.time(stage, 'the search has caught up', acts.LONGER_THAN_THE_LAG);
      await acts.endsIn(stage, 'cancelled');
    },
    ends: nothingPaid('cancelled', 0),
  },
  'creatingOrder, expiryReached: cancelling': {
    script: async (stage) => {
      await acts.putFails(stage);
      await stage.charges();
      await acts.time(stage, 'nobody pays', acts.ELEVEN_MINUTES);
      await stage.sees('cancelling');
      await acts.time(stage, 'the search has caught up', acts.LONGER_THAN_THE_LAG);
      await acts.endsIn(stage, 'expired');
    },
    ends: nothingPaid('expired', 0),
  },

  'awaitingPayment, orderObserved: paid/queued': {
    script: inTheDark(acts.pays, acts.paidEnd),
    ends: paidOnPaper,
  },
  'awaitingPayment, orderObserved: needsAttention': {
    script: inTheDark(acts.paysElsewhere, (stage) => acts.endsIn(stage, 'needsAttention')),
    ends: nothingPaid('needsAttention'),
  },
  'awaitingPayment, orderObserved: awaitingPayment': {
    script: inTheDark(acts.isRefused, async (stage) => {
      await stage.seesRefusals(1);
      const phone = await stage.scans();
      await acts.pays(stage, phone);
      await stage.presses('verify');
      await acts.paidEnd(stage);
    }),
    ends: paidOnPaper,
  },

  'verifying, orderObserved: awaitingPayment': {
    script: async (stage) => {
      const phone = await acts.scanned(stage);
      await acts.isRefused(stage, phone);
      // Nobody is told of a refused payment: the order stays open.
      await stage.presses('verify');
      await stage.seesRefusals(1);
      await acts.pays(stage, phone);
      await acts.paidEnd(stage);
    },
    ends: paidOnPaper,
  },
  'verifying, orderObserved: needsAttention': {
    script: async (stage) => {
      const phone = await acts.scanned(stage);
      await stage.sees('awaitingPayment');
      await acts.paysElsewhere(stage, phone);
      await acts.endsIn(stage, 'needsAttention');
    },
    ends: nothingPaid('needsAttention'),
  },
  'verifying, paymentHinted: verifying': {
    script: async (stage) => {
      await acts.looksAreSlow(stage);
      const phone = await acts.scanned(stage);
      await stage.sees('awaitingPayment');
      await stage.presses('verify');
      await stage.sees('verifying');
      await stage.presses('verify', 'again');
      await acts.allIsWell(stage);
      await acts.pays(stage, phone);
      await acts.paidEnd(stage);
    },
    ends: paidOnPaper,
  },
  'verifying, cancelRequested: cancelling': {
    script: givenUpWhileLooking((stage) => stage.presses('cancel'), 'cancelled'),
    ends: nothingPaid('cancelled'),
  },
  'verifying, expiryReached: cancelling': {
    script: givenUpWhileLooking((stage) => acts.time(stage, 'nobody pays', acts.ELEVEN_MINUTES), 'expired'),
    ends: nothingPaid('expired'),
  },
};
