import type { Script } from '../stage';
import * as acts from './acts';
import { LAID_OUT, nothingPaid, paidOnPaper, type Cases, type Ending } from './case';
import { paidWithoutPaper, paperIsBack, stuck, torn, paidTwice } from './paper';

/** Cancelled, and paid on a pay screen that was open: money that a person must decide about. */
const paidAfterCancel =
  (end: Script): Script =>
  async (stage) => {
    const phone = await acts.scanned(stage);
    await stage.sees('awaitingPayment');
    await stage.presses('cancel');
    await stage.sees('cancelled');
    await acts.pays(stage, phone);
    await stage.sees('needsAttention');
    await end(stage);
  };

const dismissed: Script = async (stage) => {
  await stage.answersReview('dismiss');
  await stage.isReviewed();
};

const slip: Script = async (stage) => {
  await stage.hasTheSlip();
  await stage.seesRefundBooked();
  await stage.acknowledgesRefund();
  await stage.putsAway();
};

/** The ticket stands like this when the money goes back. */
const givenBackMeanwhile =
  (before: Script, back: Script): Script =>
  async (stage) => {
    await before(stage);
    await stage.givesBack();
    await stage.seesRefundBooked();
    await back(stage);
    await slip(stage);
  };

const dismissedMeanwhile = (before: Script, back: Script): Script =>
  paidTwice(before, async (stage) => {
    await stage.answersReview('dismiss');
    await back(stage);
  });

const sold: Ending = { ...paidOnPaper, refunds: 1, slips: 1 };
const reviewed: Ending = nothingPaid('reviewed');
const CENTAVOS = 500;

/** What people decide about money. */
export const reviews: Cases = {
  'needsAttention, reviewDismissed: reviewed': {
    script: paidAfterCancel(dismissed),
    ends: reviewed,
  },
  'needsAttention, saleClaimed: paid/queued': {
    script: paidAfterCancel(async (stage) => {
      await stage.answersReview('link');
      await acts.paidEnd(stage);
    }),
    ends: paidOnPaper,
  },
  'needsAttention, refundApproved: reviewed': {
    script: paidAfterCancel(async (stage) => {
      await stage.givesBack();
      await slip(stage);
    }),
    ends: { ...reviewed, refunds: 1, slips: 1 },
  },
  'needsAttention, refundApproved: needsAttention': {
    script: paidAfterCancel(async (stage) => {
      await stage.givesBack(CENTAVOS);
      await slip(stage);
    }),
    ends: { ...nothingPaid('needsAttention'), refunds: 1, slips: 1 },
  },
  'reviewed, orderObserved: reviewed': {
    script: paidAfterCancel(async (stage) => {
      await stage.givesBack();
      await slip(stage);
    }),
    ends: { ...reviewed, refunds: 1, slips: 1 },
  },
  'reviewed, refundApproved: reviewed': {
    script: paidAfterCancel(async (stage) => {
      await dismissed(stage);
      await stage.givesBack();
      await slip(stage);
    }),
    ends: { ...reviewed, refunds: 1, slips: 1 },
  },
  'reviewed, orderObserved: needsAttention': {
    script: async (stage) => {
      await stage.charges();
      const second = await stage.scans('another phone');
      await paidAfterCancel(dismissed)(stage);
      await stage.once('pays again', () => stage.control.pay(second));
      await acts.endsIn(stage, 'needsAttention');
    },
    ends: nothingPaid('needsAttention'),
  },

  'paid/printed, refundApproved: paid/printed': {
    script: givenBackMeanwhile(acts.soldOnPaper, () => Promise.resolve()),
    ends: sold,
  },
  'paid/queued, refundApproved: paid/queued': { script: givenBackMeanwhile(paidWithoutPaper, paperIsBack), ends: sold },
  'paid/sending, refundApproved: paid/sending': { script: givenBackMeanwhile(stuck, paperIsBack), ends: sold },
  'paid/unconfirmed, refundApproved: paid/unconfirmed': {
    script: givenBackMeanwhile(torn, acts.paidEnd),
    ends: sold,
  },
  'paid/failed, refundApproved: paid/failed': { unreachable: LAID_OUT },

  'paid/printed, reviewDismissed: paid/printed': {
    script: dismissedMeanwhile(acts.soldOnPaper, acts.paidEnd),
    ends: paidOnPaper,
  },
  'paid/queued, reviewDismissed: paid/queued': {
    script: dismissedMeanwhile(paidWithoutPaper, paperIsBack),
    ends: paidOnPaper,
  },
  'paid/sending, reviewDismissed: paid/sending': { script: dismissedMeanwhile(stuck, paperIsBack), ends: paidOnPaper },
  'paid/unconfirmed, reviewDismissed: paid/unconfirmed': {
    script: dismissedMeanwhile(torn, acts.paidEnd),
    ends: paidOnPaper,
  },
  'paid/failed, reviewDismissed: paid/failed': { unreachable: LAID_OUT },
};
