import { z } from 'zod';
import { cursorSchema, relayEventSchema, type Cursor, type RelayEvent } from '../../shared/relay-protocol';
import { atomically, valueOf, type Db } from './open-database';

/** A hint that waits to be looked at. */
export interface StoredHint {
  readonly seq: number;
  readonly event: RelayEvent;
}

/**
 * What the relay said and we have not looked at yet, and how far we have heard it. A hint and the cursor behind it are
 * one transaction: a hint is never lost between the relay and us, and never asked for twice.
 */
export interface HintStore {
  cursor(relay: string): Cursor | null;
  receive(relay: string, event: RelayEvent, cursor: Cursor): StoredHint;
  moveCursor(relay: string, cursor: Cursor): void;
  waiting(): readonly StoredHint[];
  done(seq: number): void;
}

const rowSchema = z.object({ seq: z.int(), json: z.string() });

export function createHintStore(db: Db, now: () => Date): HintStore {
  const getCursor = db.prepare('SELECT cursor FROM relay_cursor WHERE id = 1 AND relay = ?');
  const putCursor = db.prepare(
    `INSERT INTO relay_cursor (id, relay, cursor) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET relay = excluded.relay, cursor = excluded.cursor`,
  );
  const insert = db.prepare('INSERT INTO hints (json, received_at) VALUES (?, ?)');
  const all = db.prepare('SELECT seq, json FROM hints ORDER BY seq');
  const drop = db.prepare('DELETE FROM hints WHERE seq = ?');
  return {
    cursor: (relay) => {
      const parsed = cursorSchema.safeParse(valueOf(getCursor.get(relay), 'cursor'));
      return parsed.success ? parsed.data : null;
    },
    receive: (relay, event, cursor) =>
      atomically(db, () => {
        const { lastInsertRowid } = insert.run(JSON.stringify(event), now().toISOString());
        putCursor.run(relay, cursor);
        return { seq: Number(lastInsertRowid), event };
      }),
    moveCursor: (relay, cursor) => {
      putCursor.run(relay, cursor);
    },
    waiting: () =>
      all.all().flatMap((row) => {
        const { seq, json } = rowSchema.parse(row);
        const event = relayEventSchema.safeParse(JSON.parse(json));
        return event.success ? [{ seq, event: event.data }] : [];
      }),
    done: (seq) => {
      drop.run(seq);
    },
  };
}
