import { z } from 'zod';
import { operatorSchema, type Operator } from '../../shared/people/people';
import type { Db } from './open-database';

/** A person with what proves that it is them. */
export interface StoredOperator extends Operator {
  readonly pinHash: string;
}

export interface PinTries {
  readonly wrong: number;
  /** ISO 8601 UTC. */
  readonly lastAt: string;
}

export interface OperatorStore {
  /** Everybody who works here, by name. */
  list(): readonly StoredOperator[];
  put(operator: StoredOperator, at: string): void;
  /** Their name stays in what they did; their PIN is gone. */
  retire(id: string, at: string): void;
  /** Null while there was no wrong PIN. */
  tries(): PinTries | null;
  putTries(tries: PinTries): void;
}

export function createOperatorStore(db: Db): OperatorStore {
  const all = db.prepare(`SELECT id, name, role, pin_hash FROM operators WHERE pin_hash <> '' ORDER BY name, id`);
  const upsert = db.prepare(
    `INSERT INTO operators (id, name, role, pin_hash, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, pin_hash = excluded.pin_hash,
       updated_at = excluded.updated_at`,
  );
  const retire = db.prepare('UPDATE operators SET pin_hash = ?, updated_at = ? WHERE id = ?');
  const getTries = db.prepare('SELECT wrong, last_at FROM pin_tries WHERE id = 1');
  const putTries = db.prepare(
    `INSERT INTO pin_tries (id, wrong, last_at) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET wrong = excluded.wrong, last_at = excluded.last_at`,
  );

  return {
    list: () => all.all().map((row) => fromRow(rowSchema.parse(row))),
    put: ({ id, name, role, pinHash }, at) => {
      upsert.run(id, name, role, pinHash, at, at);
    },
    retire: (id, at) => {
      retire.run('', at, id);
    },
    tries: () => {
      const row = triesSchema.safeParse(getTries.get());
      return row.success ? { wrong: row.data.wrong, lastAt: row.data.last_at } : null;
    },
    putTries: ({ wrong, lastAt }) => {
      putTries.run(wrong, lastAt);
    },
  };
}

const rowSchema = operatorSchema.extend({ pin_hash: z.string().min(1) });
const triesSchema = z.object({ wrong: z.int().nonnegative(), last_at: z.iso.datetime() });

function fromRow({ id, name, role, pin_hash: pinHash }: z.infer<typeof rowSchema>): StoredOperator {
  return { id, name, role, pinHash };
}
