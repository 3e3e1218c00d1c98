import { valueOf, type Db } from './open-database';

/** Another text after nearly every change of the catalogue: what was compared with it is out of date then. */
export function catalogueMark(db: Db): string {
  const row = db
    .prepare(
      `SELECT count(*) || ' ' || total(seq) || ' ' || total(price * (seq % 997 + 1)) || ' ' || total(favourite) || ' ' ||
         total(length(name)) || ' ' || total(length(coalesce(code, ''))) || ' ' || total(length(coalesce(category, '')))
         AS mark FROM products`,
    )
    .get();
  return String(valueOf(row, 'mark'));
}
