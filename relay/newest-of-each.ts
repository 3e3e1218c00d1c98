import type { RelayEvent } from '../shared/relay-protocol';

/** Two events with the same key tell a till the same: look at this order, of which this is claimed. */
export function claimOf({ topic, resourceId, status }: RelayEvent): string {
  return `${topic}/${resourceId}/${status ?? ''}`;
}

/**
 * Without what a later event of the same page says again. The newest is always there, so whoever has come to the end of
 * the page has been told everything that it can look at.
 */
export function newestOfEach(page: readonly RelayEvent[]): RelayEvent[] {
  const newest = new Map(page.map((event) => [claimOf(event), event.seq]));
  return page.filter((event) => newest.get(claimOf(event)) === event.seq);
}
