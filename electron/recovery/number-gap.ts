const DAY_MS = 86_400_000;
/** More than a cashier can charge at one caja in a day: one a minute for sixteen hours. */
const SALES_A_DAY = 1_000;
/** When no number is known at all: the first till could have begun with this program's first version. */
const FIRST_DAY = new Date('2026-01-01T00:00:00Z');
/** A computer whose clock says that it is before the copy lost its clock in the same power cut. */
const DAYS_WITHOUT_CLOCK = 31;

/** The highest number that one source knows, and until when it knew all. */
export interface KnownNumber {
  readonly number: number;
  readonly until: Date;
}

/**
 * A number up to which every ticket may have been printed already. Data that goes back in time has forgotten its newest
 * sales, and two tickets with one number can't be told apart at the counter, while a gap in the numbers harms nobody.
 * Round, so that a person sees the jump.
 */
export function numbersPossiblyUsed(known: readonly KnownNumber[], now: Date): number {
  const sources = known.length > 0 ? known : [{ number: 0, until: FIRST_DAY }];
  // Each source bounds them from above; the nearest bound is enough, as long as it is well above all that is known.
  const nearest = Math.min(...sources.map(({ number, until }) => number + daysSince(until, now) * SALES_A_DAY));
  const highest = Math.max(...sources.map(({ number }) => number));
  return Math.ceil(Math.max(nearest, highest + SALES_A_DAY) / SALES_A_DAY) * SALES_A_DAY;
}

/** The day that has begun counts whole. */
function daysSince(until: Date, now: Date): number {
  const ms = now.getTime() - until.getTime();
  return ms < 0 ? DAYS_WITHOUT_CLOCK : Math.floor(ms / DAY_MS) + 1;
}
