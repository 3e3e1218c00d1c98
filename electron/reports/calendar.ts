import { Temporal } from 'temporal-polyfill';
import type { Days } from '../../shared/sales/sale-filter';

/** From the first moment to the one after the last, ISO 8601 UTC as the disk writes it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The days of a span as a clock in this zone has them. A day may have 23 or 25 hours, and begin at one o'clock. */
export function spanOf({ from, to }: Days, timeZone: string): Span {
  return {
    from: startOf(Temporal.PlainDate.from(from), timeZone),
    to: startOf(Temporal.PlainDate.from(to).add({ days: 1 }), timeZone),
  };
}

/** The day that a clock in this zone shows at a moment: `2026-11-23`. */
export function createDayOf(timeZone: string): (at: string) => string {
  // Sweden writes days as the standard does.
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (at) => calendar.format(new Date(at));
}

/** The parts of a span that a chart shows side by side, in order. */
export interface Part extends Span {
  /** When it begins on the store's clock: `2026-11-23T14`, `2026-11-23` or `2026-11`. */
  readonly name: string;
}

export type PartUnit = 'hour' | 'day' | 'month';

const MOST_DAYS = 62;

/** One day by its hours, up to two months by their days, what is longer by its months. */
export function unitFor({ from, to }: Days): PartUnit {
  const { days } = Temporal.PlainDate.from(from).until(to);
  if (days === 0) return 'hour';
  return days < MOST_DAYS ? 'day' : 'month';
}

export function partsOf({ from, to }: Days, timeZone: string): readonly Part[] {
  const unit = unitFor({ from, to });
  const first = Temporal.PlainDate.from(from);
  const end = Temporal.PlainDate.from(to).add({ days: 1 });
  if (unit === 'hour') return hoursOf(first, timeZone);
  const parts: Part[] = [];
  for (let start = first; Temporal.PlainDate.compare(start, end) < 0;) {
    const following = unit === 'day' ? start.add({ days: 1 }) : start.with({ day: 1 }).add({ months: 1 });
    const next = Temporal.PlainDate.compare(following, end) < 0 ? following : end;
    const name = unit === 'day' ? start.toString() : start.toString().slice(0, 7);
    parts.push({ name, from: startOf(start, timeZone), to: startOf(next, timeZone) });
    start = next;
  }
  return parts;
}

/** An hour that a changed clock has twice stands twice. */
function hoursOf(day: Temporal.PlainDate, timeZone: string): readonly Part[] {
  const end = day.add({ days: 1 }).toZonedDateTime(timeZone).startOfDay();
  const parts: Part[] = [];
  for (
    let start = day.toZonedDateTime(timeZone).startOfDay();
    Temporal.ZonedDateTime.compare(start, end) < 0;
    start = start.add({ hours: 1 })
  ) {
    const name = start.toPlainDateTime().toString().slice(0, 13);
    parts.push({ name, from: written(start.toInstant()), to: written(start.add({ hours: 1 }).toInstant()) });
  }
  return parts;
}

function startOf(day: Temporal.PlainDate, timeZone: string): string {
  return written(day.toZonedDateTime(timeZone).startOfDay().toInstant());
}

function written(moment: Temporal.Instant): string {
  return new Date(moment.epochMilliseconds).toISOString();
}
