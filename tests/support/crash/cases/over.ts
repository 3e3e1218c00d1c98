import { orderArrivesLate } from '../late-order';
import type { Script, Stage } from '../stage';
import * as acts from './acts';
import { nothingPaid, paidOnPaper, type Cases } from './case';

/** Pays on a pay screen that was open before the order went. */
const paidAfterwards =
  (giveUp: Script, phase: string): Script =>
  async (stage) => {
    const phone = await acts.scanned(stage);
    await stage.sees('awaitingPayment');
    await giveUp(stage);
    await stage.sees(phase);
    await acts.pays(stage, phone);
    await acts.endsIn(stage, 'needsAttention');
  };

/** A payment that is still in review when the till has waited long enough. */
async function inReview(stage: Stage): Promise<{ readonly id: number }> {
  const phone = await acts.scanned(stage);
  await stage.sees('awaitingPayment');
  const payment = await acts.begins(stage, phone);
  await stage.presses('cancel');
  await stage.sees('cancelling/withdrawn');
  await acts.time(stage, 'nobody waits that long', acts.THREE_MINUTES);
  await stage.presses('verify');
  await stage.sees('needsAttention');
  return payment;
}

/** Money of a charge that was over, or that nobody understands. */
export const over: Cases = {
  'cancelled, orderObserved: needsAttention': {
    script: paidAfterwards((stage) => stage.presses('cancel'), 'cancelled'),
    ends: nothingPaid('needsAttention'),
  },
  'expired, orderObserved: needsAttention': {
    script: paidAfterwards(async (stage) => {
      await acts.time(stage, 'nobody pays', acts.ELEVEN_MINUTES);
      await stage.sees('cancelling');
      await acts.time(stage, 'the search has caught up', acts.LONGER_THAN_THE_LAG);
    }, 'expired'),
    ends: nothingPaid('needsAttention'),
  },
  'rejected, orderObserved: needsAttention': {
    script: async (stage) => {
      await acts.putFails(stage, 400, 'invalid_total_amount');
      await stage.charges();
      await stage.sees('rejected');
      await acts.allIsWell(stage);
      const phone = await stage.once('the order arrives late', async () => {
        await orderArrivesLate(stage);
        return stage.scans();
      });
      await acts.pays(stage, phone);
      await acts.endsIn(stage, 'needsAttention');
    },
    ends: nothingPaid('needsAttention'),
  },
  'needsAttention, orderObserved: cancelled': {
    script: async (stage) => {
      const payment = await inReview(stage);
      await stage.once('is decided', () => stage.control.settlePending(payment, 'rejected'));
      await stage.presses('verify', 'again');
      await acts.endsIn(stage, 'cancelled');
    },
    ends: nothingPaid('cancelled'),
  },
  'needsAttention, orderObserved: needsAttention': {
    script: async (stage) => {
      const payment = await inReview(stage);
      await stage.once('is decided', () => stage.control.settlePending(payment, 'approved'));
      await stage.seesReason('paidAfterCancel');
      await acts.endsIn(stage, 'needsAttention');
    },
    ends: nothingPaid('needsAttention'),
  },
  'needsAttention, orderObserved: paid/queued': {
    script: async (stage) => {
      const phone = await acts.scanned(stage);
      await stage.sees('awaitingPayment');
      await acts.paysElsewhere(stage, phone);
      await stage.sees('needsAttention');
      await stage.once('it was ours after all', () => acts.showAsItIs(stage, phone));
      await stage.presses('verify');
      await acts.paidEnd(stage);
    },
    ends: paidOnPaper,
  },
};
