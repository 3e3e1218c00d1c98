import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCheckoutStore } from '../../../electron/storage/checkout-store';
import { openDatabase, type Db } from '../../../electron/storage/open-database';
import { createPrintJobStore } from '../../../electron/storage/print-job-store';
import { begin } from '../../../shared/checkout/machine';
import { anAttempt } from '../../support/builders';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-23T15:00:00Z');

let folder: string;
let db: Db;
let clock: number;
const now = () => new Date(clock);
const checkouts = () => createCheckoutStore(db, createPrintJobStore(db, now));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-clock-'));
  db = openDatabase(join(folder, 'till.db'));
  clock = START;
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Begins to charge a sale, with the number that the store gives it. */
function charge(name: string): number {
  const sale = { ...anAttempt().sale, id: `00000000-0000-4000-8000-00000000000${name}` };
  const number = checkouts().numberFor(sale.id);
  const { state } = begin(
    anAttempt({
      checkoutId: `00000000-0000-4000-9000-00000000000${name}`,
      sale: { ...sale, number },
      reference: `SUC001CAJA01T000000${name}`,
      createdAt: now().toISOString(),
    }),
  );
  checkouts().commit({ at: now().toISOString(), event: { kind: 'begun' }, from: null, to: state, printJob: null });
  return number;
}

describe.each([
  ['a day back', -DAY_MS],
  ['a day forward', DAY_MS],
  ['a year back', -365 * DAY_MS],
  ['a year forward', 365 * DAY_MS],
  ['an hour back, as at the end of summer', -3_600_000],
])('a clock that is moved %s between two sales', (_what, moved) => {
  it('changes neither their order nor their numbers', () => {
    const numbers = [charge('1')];
    clock += moved;
    numbers.push(charge('2'));
    clock -= moved;
    numbers.push(charge('3'));
    expect(numbers).toEqual([1, 2, 3]);
    const begun = checkouts().unfinished();
    expect(begun.map(({ attempt }) => attempt.sale.number)).toEqual([1, 2, 3]);
  });

  it('does not hide that a ticket may still stand in the printer', () => {
    const jobs = createPrintJobStore(db, now);
    const job = { checkoutId: null, kind: 'drawer', copy: 0, ticket: null, state: 'queued', trouble: null } as const;
    for (const id of ['printed', 'torn']) jobs.insert({ ...job, id });
    jobs.markEnded('printed', { kind: 'printed', confirmed: true });
    expect(jobs.lastEndedInDoubt()).toBe(false);
    clock += moved;
    jobs.markEnded('torn', { kind: 'unconfirmed', trouble: 'unplugged', bytesSent: 7 });
    expect(jobs.lastEndedInDoubt()).toBe(true);
  });

  it('leaves what is stored as it is for the next run', () => {
    charge('1');
    const stored = checkouts().unfinished();
    clock += moved;
    db.close();
    db = openDatabase(join(folder, 'till.db'));
    expect(checkouts().unfinished()).toEqual(stored);
  });
});

describe('another time zone', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['America/Argentina/Buenos_Aires', 'Pacific/Kiritimati', 'America/Santiago', 'Asia/Kathmandu'])(
    'reads and goes on with what was stored in %s',
    (elsewhere) => {
      process.env.TZ = elsewhere;
      charge('1');
      const stored = checkouts().unfinished();
      process.env.TZ = 'UTC';
      charge('2');
      expect(checkouts().unfinished()[0]).toEqual(stored[0]);
      expect(
        checkouts()
          .unfinished()
          .map(({ attempt }) => attempt.createdAt),
      ).toEqual(['2026-11-23T15:00:00.000Z', '2026-11-23T15:00:00.000Z']);
    },
  );
});
