import type { CutOrder } from '../cut-plan';
import type { Script, Stage } from '../stage';
import * as acts from './acts';
import { ENDED, LAID_OUT, type Case, type Cases, type Ending } from './case';

/** Sold, and all of it given back. */
const givenBack: Ending = { phase: 'paid/printed', papers: 1, orders: 1, refunds: 1, slips: 1 };
const HALF_A_MINUTE = 31_000;
const TEN_SECONDS = 10_000;

/** A paid sale with its ticket, of which the money and what was sold go back; then this. */
const refund =
  (end: Script, before: Script = () => Promise.resolve()): Script =>
  async (stage) => {
    await acts.soldOnPaper(stage);
    await before(stage);
    await stage.givesBack(undefined, [0]);
    await end(stage);
  };

const slipEnd: Script = async (stage) => {
  await stage.hasTheSlip();
  await stage.seesRefundBooked();
  await stage.acknowledgesRefund();
  await stage.putsAway();
};

const atOnce: Case = { script: refund(slipEnd), ends: givenBack };

/** Mercado Pago takes it and thinks about it. */
const undecided =
  (outcome: 'approved' | 'rejected', end: Script): Script =>
  (stage) =>
    refund(
      async () => {
        await stage.seesRefund('inProcess');
        await stage.once('is decided', () => stage.control.settleRefund(refundAt(stage), outcome));
        await acts.time(stage, 'the next look', HALF_A_MINUTE);
        await end(stage);
      },
      () => stage.once('takes its time', () => stage.control.nextRefunds('in_process')),
    )(stage);

function refundAt({ control, attempt }: Stage): { readonly id: number } {
  const made = control
    .merchantOrders(attempt.reference)
    .flatMap(({ payments }) => payments.flatMap(({ refunds }) => refunds));
  const newest = made.at(-1);
  if (!newest) throw new Error('Mercado Pago has no refund');
  return newest;
}

const refusedEnd: Script = async (stage) => {
  await stage.refundIsIn('refused');
  await stage.acknowledgesRefund();
  await stage.putsAway();
};

/** The printer is in trouble when the slip comes, and the charge may learn of the refund only after this. */
const withTrouble = (trouble: Script, seen: Script, back: Script): Script =>
  refund(async (stage) => {
    await seen(stage);
    await roomAgain(stage);
    await stage.seesRefundBooked();
    await back(stage);
    await slipEnd(stage);
  }, trouble);

const printerIs =
  (name: string, faults: Parameters<typeof acts.printerIs>[2]): Script =>
  async (stage) => {
    await acts.printerIs(stage, name, faults);
  };

const sees =
  (phase: string): Script =>
  (stage) =>
    stage.seesRefund(phase);

const paperIsBack = printerIs('paper for the slip', { paperOut: false, paperOutAfterLines: null });

const waiting = withTrouble(
  printerIs('no paper for the slip', { paperOut: true }),
  sees('approved/queued'),
  paperIsBack,
);
const stuck = withTrouble(
  printerIs('three lines for the slip', { paperOutAfterLines: 3 }),
  sees('approved/sending'),
  paperIsBack,
);
const torn = withTrouble(acts.cableIsPulledHalfWay, (stage) => stage.seesTornSlip(), acts.cableIsBack);
const fine = withTrouble(
  () => Promise.resolve(),
  sees('approved/printed'),
  () => Promise.resolve(),
);

/** The disk has no room for this write, however often it is tried, until `roomAgain`. */
const noRoomFor = (write: string): readonly CutOrder[] =>
  Array.from({ length: 50 }, () => ({ write, moment: 'before', deed: 'refuse' }));

const roomAgain: Script = async (stage) => {
  await stage.once('room again', () => stage.shop.makeRoom());
  await acts.time(stage, 'the next try', TEN_SECONDS);
};

/** So the slip goes on meanwhile. */
const bookedLate = noRoomFor('paid/printed, refundApproved: paid/printed');
const startedLate = noRoomFor('refund approved/queued, ticketStarted: approved/sending');

/** Money that goes back, from the manager's word to the slip. */
export const refunds: Cases = {
  'refund begun: requested': atOnce,
  'refunds: acknowledged_at': atOnce,
  'refund requested, refundAnswered: approved/queued': atOnce,
  'refund requested, refundAnswered: inProcess': { script: undecided('approved', slipEnd), ends: givenBack },
  'refund inProcess, refundAnswered: approved/queued': { script: undecided('approved', slipEnd), ends: givenBack },
  'refund inProcess, refundRefused: refused': {
    script: undecided('rejected', refusedEnd),
    ends: { ...givenBack, refunds: 0, slips: 0 },
  },
  'refund requested, refundRefused: refused': {
    script: refund(refusedEnd, (stage) => stage.once('is refused', () => stage.control.nextRefunds('rejected'))),
    ends: { ...givenBack, refunds: 0, slips: 0 },
  },

  'refund approved/queued, refundBooked: approved/queued': { script: waiting, ends: givenBack },
  'refund approved/sending, refundBooked: approved/sending': {
    script: stuck,
    onTheWay: bookedLate,
    ends: givenBack,
  },
  'refund approved/unconfirmed, refundBooked: approved/unconfirmed': {
    script: torn,
    onTheWay: bookedLate,
    ends: givenBack,
  },
  'refund approved/printed, refundBooked: approved/printed': {
    script: fine,
    onTheWay: bookedLate,
    ends: givenBack,
  },
  'refund approved/queued, ticketQueued: approved/queued': { script: waiting, ends: givenBack },
  'refund approved/queued, ticketStarted: approved/sending': atOnce,
  'refund approved/sending, ticketPrinted: approved/printed': atOnce,
  'refund approved/sending, ticketUnconfirmed: approved/unconfirmed': { script: torn, ends: givenBack },
  'refund approved/unconfirmed, slipRequested: approved/queued': { script: torn, ends: givenBack },
  'refund approved/queued, ticketUnconfirmed: approved/unconfirmed': {
    script: torn,
    onTheWay: startedLate,
    ends: givenBack,
  },
  'refund approved/queued, ticketPrinted: approved/printed': {
    script: fine,
    onTheWay: startedLate,
    ends: givenBack,
  },
  'refund approved/unconfirmed, ticketSeen: approved/printed': {
    // The slip is out, and the power goes before that is written.
    script: refund(slipEnd, (stage) =>
      stage.once('the power goes at the slip', () =>
        stage.shop.alsoArm({ write: 'print job, sending: printed', moment: 'before', deed: 'kill' }),
      ),
    ),
    ends: givenBack,
  },
  'refund approved/sending, ticketQueued: approved/queued': {
    script: refund(
      async (stage) => {
        await acts.pulledBeforeTheFirstByte(stage);
        await stage.seesRefund('approved/queued');
        await acts.cableIsBack(stage);
        await slipEnd(stage);
      },
      (stage) => stage.once('hold the slip', () => stage.shop.alsoArm(acts.holdBeforeTheFirstByte)),
    ),
    ends: givenBack,
  },
  'refund approved/printed, slipRequested: approved/queued': {
    script: refund(async (stage) => {
      await stage.hasTheSlip();
      await stage.getsTheSlipAgain();
      await slipEnd(stage);
    }),
    ends: { ...givenBack, slips: 2 },
  },

  'refund approved/failed, refundBooked: approved/failed': { unreachable: LAID_OUT },
  'refund approved/failed, slipRequested: approved/queued': { unreachable: LAID_OUT },
  'refund approved/queued, ticketFailed: approved/failed': { unreachable: LAID_OUT },
  'refund approved/sending, ticketFailed: approved/failed': { unreachable: LAID_OUT },
  'refund approved/failed, ticketPrinted: approved/printed': { unreachable: ENDED },
  'refund approved/failed, ticketQueued: approved/queued': { unreachable: ENDED },
  'refund approved/failed, ticketStarted: approved/sending': { unreachable: ENDED },
  'refund approved/failed, ticketUnconfirmed: approved/unconfirmed': { unreachable: ENDED },
  'refund approved/printed, ticketQueued: approved/queued': { unreachable: ENDED },
  'refund approved/printed, ticketStarted: approved/sending': { unreachable: ENDED },
  'refund approved/printed, ticketUnconfirmed: approved/unconfirmed': { unreachable: ENDED },
  'refund approved/printed, ticketFailed: approved/failed': { unreachable: ENDED },
  'refund approved/unconfirmed, ticketPrinted: approved/printed': { unreachable: ENDED },
  'refund approved/unconfirmed, ticketQueued: approved/queued': { unreachable: ENDED },
  'refund approved/unconfirmed, ticketStarted: approved/sending': { unreachable: ENDED },
  'refund approved/unconfirmed, ticketFailed: approved/failed': { unreachable: ENDED },
};
