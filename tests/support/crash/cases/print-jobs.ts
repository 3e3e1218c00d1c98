import type { PrintJob } from '../../../../electron/printing/print-job';
import { ENDED, LAID_OUT, type Case, type Cases, type Unreachable } from './case';
import { paper } from './paper';
import { smallWrites } from './small-writes';

type State = PrintJob['state'];

/** A case that comes past this write of the job too. */
function by(name: string): Case | Unreachable {
  const found = { ...paper, ...smallWrites }[name];
  if (!found) throw new Error(`there is no case "${name}"`);
  return found;
}

const AT_ONCE = by('paid/sending, ticketPrinted: paid/printed');
const ended: Unreachable = { unreachable: ENDED };
const onlyAfterSending: Unreachable = { unreachable: 'no byte leaves before the job is written as being sent' };
const once: Unreachable = { unreachable: 'a job that is being sent ends, or goes back, before it is sent again' };
const unlaid: Unreachable = { unreachable: LAID_OUT };

/** From one state of a job to another: a new state does not compile before its row and its column are here. */
const table: Readonly<Record<State | 'nothing', Readonly<Record<State, Case | Unreachable>>>> = {
  nothing: {
    queued: AT_ONCE,
    sending: onlyAfterSending,
    printed: onlyAfterSending,
    failed: onlyAfterSending,
    unconfirmed: onlyAfterSending,
  },
  queued: {
    queued: by('paid/queued, ticketQueued: paid/queued'),
    sending: AT_ONCE,
    printed: onlyAfterSending,
    failed: unlaid,
    unconfirmed: onlyAfterSending,
  },
  sending: {
    queued: by('paid/sending, ticketQueued: paid/queued'),
    sending: once,
    printed: AT_ONCE,
    failed: unlaid,
    unconfirmed: by('paid/sending, ticketUnconfirmed: paid/unconfirmed'),
  },
  printed: { queued: ended, sending: ended, printed: ended, failed: ended, unconfirmed: ended },
  failed: { queued: ended, sending: ended, printed: ended, failed: ended, unconfirmed: ended },
  unconfirmed: { queued: ended, sending: ended, printed: ended, failed: ended, unconfirmed: ended },
};

/** Every write of a job that prints a sale's ticket. */
export const printJobs: Cases = Object.fromEntries(
  Object.entries(table).flatMap(([from, row]) =>
    Object.entries(row).map(([to, each]) => [`print job, ${from}: ${to}`, each]),
  ),
);
