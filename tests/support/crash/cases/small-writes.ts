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

/** Whatever else is written while a sale is charged. */
export const smallWrites: Cases = {
  'draft: insert': paidAtOnce,
  'draft: delete': paidAtOnce,
  'hints: insert': paidAtOnce,
  'hints: delete': paidAtOnce,
  'checkouts: finished_at': paidAtOnce,
};
