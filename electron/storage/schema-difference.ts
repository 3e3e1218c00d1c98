import { z } from 'zod';
import { migrations } from './migrations';
import type { Db } from './open-database';

const partsOf = `
  SELECT schema.type || ' ' || schema.name || coalesce(' (' || (
    SELECT group_concat(name || ' ' || type, ', ') FROM pragma_table_info(schema.name)
  ) || ')', '') AS part
  FROM sqlite_schema AS schema
  WHERE schema.name NOT LIKE 'sqlite_%'
  ORDER BY part`;

const rowSchema = z.object({ part: z.string() });

/**
 * The first table, column, index or trigger that a database of this version lacks, or null when it has all of them.
 * @param fresh an empty database, which is used up.
 */
export function missingPart(db: Db, version: number, fresh: Db): string | null {
  for (const sql of migrations.slice(0, version)) fresh.exec(sql);
  const found = new Set(parts(db));
  return parts(fresh).find((part) => !found.has(part)) ?? null;
}

function parts(db: Db): string[] {
  return db
    .prepare(partsOf)
    .all()
    .map((row) => rowSchema.parse(row).part);
}
