import { describe, expect, it } from 'vitest';
import type { LogState } from '../../../relay/store';
import { startOf } from '../../../relay/start-of';

const epoch = '0123456789abcdef';
/** The caja's events 41, 50 and 60 are kept; 40 and before are gone; other cajas go up to 99. */
const state: LogState = { epoch, head: 60, oldest: 41, trimmed: 40, storeHead: 99 };

describe('where a till begins to read', () => {
  it('is after its cursor, when all that came since is kept', () => {
    expect(startOf(state, `${epoch}.50`)).toEqual({ after: 50, gap: null });
  });

  it('is at the head, when it has no cursor', () => {
    expect(startOf(state, undefined)).toEqual({ after: 60, gap: null });
  });

  it('needs no gap when exactly what it has seen is gone', () => {
    expect(startOf(state, `${epoch}.40`)).toEqual({ after: 40, gap: null });
  });

  it('tells of a gap when events after its cursor are gone, and goes on with the oldest kept', () => {
    expect(startOf(state, `${epoch}.39`)).toEqual({
      after: 40,
      gap: { from: `${epoch}.39`, oldest: 41, epoch, after: 40 },
    });
  });

  it('tells of a gap when the log is another', () => {
    expect(startOf(state, 'fedcba9876543210.50').gap).toMatchObject({ from: 'fedcba9876543210.50', after: 40 });
  });

  it('tells of a gap when the cursor is ahead of the whole log: it was restored from a copy', () => {
    expect(startOf(state, `${epoch}.100`).gap).toMatchObject({ after: 40 });
    expect(startOf(state, `${epoch}.99`).gap).toBeNull();
  });

  it.each(['nonsense', `${epoch}.x`, '', '\r\nevent: mp'])(
    'does not repeat a cursor that cannot be read: %j',
    (shown) => {
      expect(startOf(state, shown)).toEqual({ after: 40, gap: { from: '', oldest: 41, epoch, after: 40 } });
    },
  );

  it('is the head when nothing is kept any more', () => {
    const emptied: LogState = { epoch, head: 60, oldest: 0, trimmed: 60, storeHead: 99 };
    expect(startOf(emptied, `${epoch}.50`)).toEqual({
      after: 60,
      gap: { from: `${epoch}.50`, oldest: 0, epoch, after: 60 },
    });
  });
});
