import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectDatabase } from '../../../electron/storage/inspect-database';
import { openDatabase, wasCutOff } from '../../../electron/storage/open-database';
import { killAWriter, type Acknowledged } from '../../support/storage/kill-a-writer';
import { soldIn, upTo } from '../../support/storage/sell';
import { cutTo, garble } from '../../support/storage/spoil';

const SALES = 40;
/** A frame is 24 bytes of head and a page of 4096. */
const FRAME = 4_120;

let folder: string;
let acknowledged: readonly Acknowledged[];
const killed = () => join(folder, 'killed.db');
const torn = () => join(folder, 'torn.db');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caja-qr-torn-'));
  acknowledged = await killAWriter(killed(), SALES);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a till finds that opens the killed one's data after the log was spoilt. */
function reopened(spoil: (log: string) => void): number[] {
  for (const end of ['', '-wal', '-shm']) rmSync(torn() + end, { force: true });
  for (const end of ['', '-wal']) copyFileSync(killed() + end, torn() + end);
  spoil(`${torn()}-wal`);
  expect(inspectDatabase(torn(), 'quick')).toMatchObject({ ok: true });
  const db = openDatabase(torn());
  try {
    return soldIn(db);
  } finally {
    db.close();
  }
}

/** Bytes of the log at which something may go wrong: at frames' ends, one byte around them, and in their middle. */
function positions(): number[] {
  const whole = statSync(`${killed()}-wal`).size;
  const first = acknowledged[0]?.logBytes ?? 0;
  const found: number[] = [];
  for (let at = first; at < whole; at += 20 * FRAME) found.push(at - 1, at, at + 1, at + 24, at + FRAME / 2);
  return found.filter((at) => at < whole);
}

describe('after the program was killed while it sold', () => {
  it('every sale that was acknowledged is there, and the end counts as unclean', () => {
    expect(acknowledged.length).toBeGreaterThanOrEqual(SALES);
    expect(wasCutOff(killed())).toBe(true);
    const sold = reopened(() => undefined);
    expect(sold.slice(0, acknowledged.length)).toEqual(upTo(acknowledged.length));
    // One more may have come to the disk and not to an acknowledgement.
    expect(sold.length).toBeLessThanOrEqual(acknowledged.length + 1);
  });

  it('it opens with a log that was cut off at any byte, with every sale that was written before that byte', () => {
    expect(positions().length).toBeGreaterThan(15);
    for (const at of positions()) {
      const before = acknowledged.filter(({ logBytes }) => logBytes <= at);
      const sold = reopened((log) => {
        cutTo(log, at);
      });
      expect(sold.slice(0, before.length), `cut off at ${at}`).toEqual(upTo(before.length));
      expect(sold, `cut off at ${at}`).toEqual(upTo(sold.length));
    }
  });

  it('it opens with a log that is garbled at any byte, and stops before the garbled commit', () => {
    for (const at of positions()) {
      const before = acknowledged.filter(({ logBytes }) => logBytes <= at);
      const sold = reopened((log) => {
        garble(log, at, 16);
      });
      expect(sold, `garbled at ${at}`).toEqual(upTo(before.length));
    }
  });
});

describe('after the program was closed', () => {
  it('its end counts as clean', () => {
    const path = join(folder, 'closed.db');
    const db = openDatabase(path);
    expect(wasCutOff(path)).toBe(true);
    db.close();
    expect(wasCutOff(path)).toBe(false);
  });
});
