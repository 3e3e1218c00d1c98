import { z } from 'zod';
import { heldSaleSchema, type HeldSale } from '../../shared/held-sale';
import { draftSchema, type Draft } from '../../shared/sale';
import { valueOf, type Db } from './open-database';
import { readJson } from './read-json';

export interface HeldSaleStore {
  /** @throws when it waits already: what waits is never replaced. */
  add(held: HeldSale, draft: Draft): void;
  has(saleId: string): boolean;
  /** null when it is not in the list, or can't be read. */
  find(saleId: string): Draft | null;
  /** Oldest first. */
  list(): readonly HeldSale[];
  count(): number;
  /** Takes it out of the list; null when it is not in it, or can't be read: then it stays. */
  take(saleId: string): Draft | null;
  /** Whether there was one. */
  drop(saleId: string): boolean;
}

const rowSchema = z
  .object({ id: z.string(), name: z.string(), held_at: z.string(), total: z.int(), lines: z.int() })
  .transform(({ id: saleId, held_at: heldAt, ...row }) => ({ ...row, saleId, heldAt }))
  .pipe(heldSaleSchema);

export function createHeldSaleStore(db: Db): HeldSaleStore {
  const insert = db.prepare('INSERT INTO held_sales (id, name, held_at, total, lines, json) VALUES (?, ?, ?, ?, ?, ?)');
  const all = db.prepare('SELECT id, name, held_at, total, lines FROM held_sales ORDER BY seq');
  const howMany = db.prepare('SELECT count(*) AS number FROM held_sales');
  const one = db.prepare('SELECT json FROM held_sales WHERE id = ?');
  const remove = db.prepare('DELETE FROM held_sales WHERE id = ?');
  const find = (saleId: string) => readJson(draftSchema, valueOf(one.get(saleId), 'json'));
  return {
    add: ({ saleId, name, heldAt, total, lines }, draft) => {
      insert.run(saleId, name, heldAt, total, lines, JSON.stringify(draft));
    },
    has: (saleId) => one.get(saleId) !== undefined,
    find,
    list: () => all.all().map((row) => rowSchema.parse(row)),
    count: () => Number(valueOf(howMany.get(), 'number')),
    take: (saleId) => {
      const draft = find(saleId);
      if (draft) remove.run(saleId);
      return draft;
    },
    drop: (saleId) => remove.run(saleId).changes > 0,
  };
}
