import type { Cases } from './case';
import { charging } from './charging';
import { givingUp } from './giving-up';
import { over } from './over';
import { paper } from './paper';
import { printJobs } from './print-jobs';
import { refunds } from './refunds';
import { reviews } from './reviews';
import { smallWrites } from './small-writes';

/** Every write to the disk that somebody thought about. */
export const allCases: Cases = {
  ...charging,
  ...givingUp,
  ...over,
  ...paper,
  ...printJobs,
  ...reviews,
  ...refunds,
  ...smallWrites,
};
