import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimOf, newestOfEach } from '../../../relay/newest-of-each';
import type { RelayEvent } from '../../../shared/relay-protocol';

const events = fc
  .array(
    fc.record({
      topic: fc.constantFrom('merchant_order' as const, 'payment' as const),
      resourceId: fc.constantFrom('1', '2', '3'),
      status: fc.constantFrom('closed', 'opened', null),
    }),
  )
  .map((list) =>
    list.map((one, n): RelayEvent => ({
      ...one,
      seq: n + 1,
      verified: false,
      receivedAt: '2026-11-20T12:00:00.000Z',
      attempts: 1,
    })),
  );

describe('a page of events without repetitions', () => {
  it('says of each order all that was claimed, each as it was said last, in order, and ends where the page ends', () => {
    fc.assert(
      fc.property(events, (page) => {
        const told = newestOfEach(page);
        expect(told.map(({ seq }) => seq)).toEqual(told.map(({ seq }) => seq).sort((a, b) => a - b));
        expect(new Set(told.map(claimOf))).toEqual(new Set(page.map(claimOf)));
        expect(told).toHaveLength(new Set(page.map(claimOf)).size);
        for (const event of told) {
          expect(page.filter((one) => claimOf(one) === claimOf(event)).at(-1)).toEqual(event);
        }
        expect(told.at(-1)).toEqual(page.at(-1));
      }),
    );
  });
});
