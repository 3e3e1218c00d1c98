import * as acts from './acts';
import { paidOnPaper, type Case, type Cases } from './case';

const paidAtOnce: Case = {
  script: async (stage) => {
    const phone = await acts.scanned(stage);
    await acts.pays(stage, phone);
    await acts.paidEnd(stage);
  },
  ends: paidOnPaper,
};

/** A sale in a shift that is opened before it and closed after it, with cash taken out on the way. */
const inAShift: Case = {
  script: async (stage) => {
    await acts.opensShift(stage);
    await paidAtOnce.script(stage);
    await acts.takesCashOut(stage);
    await acts.closesShift(stage);
  },
  ends: paidOnPaper,
};

/** Whatever else is written while a sale is charged. */
export const smallWrites: Cases = {
  'draft: insert': paidAtOnce,
  'draft: delete': paidAtOnce,
  'hints: insert': paidAtOnce,
  'hints: delete': paidAtOnce,
  'checkouts: finished_at': paidAtOnce,
  'count_draft: insert': inAShift,
  'count_draft: delete': inAShift,
  'shifts: insert': inAShift,
  'shifts: json': inAShift,
  'shifts: closed_at': inAShift,
  'cash_movements: insert': inAShift,
};
