import type { Script, Stage } from '../stage';
import * as acts from './acts';
import { ENDED, LAID_OUT, paidOnPaper, type Case, type Cases } from './case';

const printedAtOnce: Case = {
  script: async (stage) => {
    const phone = await acts.scanned(stage);
    await acts.pays(stage, phone);
    await acts.paidEnd(stage);
  },
  ends: paidOnPaper,
};

export async function paidWithoutPaper(stage: Stage): Promise<void> {
  await acts.printerIs(stage, 'no paper', { paperOut: true });
  const phone = await acts.scanned(stage);
  await acts.pays(stage, phone);
  await stage.sees('paid/queued');
  await stage.seesTicketTrouble();
}

/** The cable is pulled in the middle of the ticket, and is back when somebody looks. */
export async function torn(stage: Stage): Promise<void> {
  await acts.cableIsPulledHalfWay(stage);
  const phone = await acts.scanned(stage);
  await acts.pays(stage, phone);
  await stage.seesTornTicket();
  await acts.cableIsBack(stage);
}

/** The roll ends in the middle of the ticket, which waits half out. */
export async function stuck(stage: Stage): Promise<void> {
  await acts.printerIs(stage, 'the roll ends', { paperOutAfterLines: 3 });
  const phone = await acts.scanned(stage);
  await acts.pays(stage, phone);
  await stage.sees('paid/sending', 'paid/unconfirmed', 'paid/printed');
}

/** A second phone had the pay screen open too, and pays while the ticket of the first is there. */
export const paidTwice =
  (first: Script, end: Script): Script =>
  async (stage) => {
    await stage.charges();
    const second = await stage.scans('another phone');
    await first(stage);
    await stage.once('pays again', () => stage.control.pay(second));
    await stage.seesMoney(2);
    await end(stage);
  };

export const paperIsBack: Script = async (stage) => {
  await acts.printerIs(stage, 'paper again', { paperOut: false });
  await acts.paidEnd(stage);
};

const cutStart = { write: 'paid/queued, ticketStarted: paid/sending', moment: 'before', deed: 'kill' } as const;
const refusedStart = { ...cutStart, deed: 'refuse' } as const;

/** The fate of a paid sale's ticket. */
export const paper: Cases = {
  'paid/queued, ticketStarted: paid/sending': printedAtOnce,
  'paid/sending, ticketPrinted: paid/printed': printedAtOnce,
  'paid/queued, ticketQueued: paid/queued': {
    script: async (stage) => {
      await paidWithoutPaper(stage);
      await paperIsBack(stage);
    },
    ends: paidOnPaper,
  },
  'paid/sending, ticketUnconfirmed: paid/unconfirmed': {
    script: async (stage) => {
      await torn(stage);
      await acts.paidEnd(stage);
    },
    ends: paidOnPaper,
  },
  'paid/unconfirmed, reprintRequested: paid/queued': {
    script: async (stage) => {
      await torn(stage);
      await acts.paidEnd(stage);
    },
    ends: paidOnPaper,
  },
  'paid/unconfirmed, ticketSeen: paid/printed': {
    script: printedAtOnce.script,
    // The paper is out, and the power goes before that is written.
    onTheWay: [{ write: 'print job, sending: printed', moment: 'before', deed: 'kill' }],
    ends: paidOnPaper,
  },
  'paid/queued, ticketUnconfirmed: paid/unconfirmed': {
    script: printedAtOnce.script,
    // Twice: the first restart only writes that the job is in doubt.
    onTheWay: [cutStart, cutStart],
    ends: paidOnPaper,
  },
  'paid/queued, ticketPrinted: paid/printed': {
    script: printedAtOnce.script,
    // However soon it is tried again, the ticket is faster.
    onTheWay: Array.from({ length: 50 }, () => refusedStart),
    ends: paidOnPaper,
  },
  'paid/sending, ticketQueued: paid/queued': {
    script: async (stage) => {
      const phone = await acts.scanned(stage);
      await acts.pays(stage, phone);
      await acts.pulledBeforeTheFirstByte(stage);
      await stage.seesTicketTrouble();
      await acts.cableIsBack(stage);
      await acts.paidEnd(stage);
    },
    onTheWay: [acts.holdBeforeTheFirstByte],
    ends: paidOnPaper,
  },
  'paid/printed, reprintRequested: paid/queued': {
    script: async (stage) => {
      await acts.soldOnPaper(stage);
      await stage.getsACopy();
      await stage.putsAway();
    },
    ends: { ...paidOnPaper, papers: 2 },
  },

  'paid/queued, orderObserved: paid/queued': {
    script: paidTwice(paidWithoutPaper, paperIsBack),
    ends: paidOnPaper,
  },
  'paid/sending, orderObserved: paid/sending': {
    script: paidTwice(stuck, paperIsBack),
    ends: paidOnPaper,
  },
  'paid/printed, orderObserved: paid/printed': {
    script: paidTwice(async (stage) => {
      const phone = await acts.scanned(stage);
      await acts.pays(stage, phone);
      await stage.hasThePaper();
    }, acts.paidEnd),
    ends: paidOnPaper,
  },
  'paid/unconfirmed, orderObserved: paid/unconfirmed': {
    script: paidTwice(torn, acts.paidEnd),
    ends: paidOnPaper,
  },

  'paid/queued, ticketFailed: paid/failed': { unreachable: LAID_OUT },
  'paid/sending, ticketFailed: paid/failed': { unreachable: LAID_OUT },
  'paid/failed, orderObserved: paid/failed': { unreachable: LAID_OUT },
  'paid/failed, reprintRequested: paid/queued': { unreachable: LAID_OUT },
  'paid/failed, ticketPrinted: paid/printed': { unreachable: ENDED },
  'paid/failed, ticketQueued: paid/queued': { unreachable: ENDED },
  'paid/failed, ticketStarted: paid/sending': { unreachable: ENDED },
  'paid/failed, ticketUnconfirmed: paid/unconfirmed': { unreachable: ENDED },
  'paid/printed, ticketFailed: paid/failed': { unreachable: ENDED },
  'paid/printed, ticketQueued: paid/queued': { unreachable: ENDED },
  'paid/printed, ticketStarted: paid/sending': { unreachable: ENDED },
  'paid/printed, ticketUnconfirmed: paid/unconfirmed': { unreachable: ENDED },
  'paid/unconfirmed, ticketFailed: paid/failed': { unreachable: ENDED },
  'paid/unconfirmed, ticketPrinted: paid/printed': { unreachable: ENDED },
  'paid/unconfirmed, ticketQueued: paid/queued': { unreachable: ENDED },
  'paid/unconfirmed, ticketStarted: paid/sending': { unreachable: ENDED },
};
