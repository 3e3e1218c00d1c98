const SHADOWS = ['data', 'idx', 'docsize', 'config'] as const;

const dropShadows = SHADOWS.map((name) => `DROP TABLE IF EXISTS sale_words_${name};`).join('\n  ');

/**
 * Words are searched in memory now (sale-words.ts). Their index was written inside the transactions of money, and a
 * damaged one refused a sale. It goes whatever became of it: SQLite lets go only of an index that it can open, so an
 * empty one is put in its place first, as fts5 itself makes it.
 */
export const saleWordsMigration = `
  DROP TRIGGER sale_entries_inserted;
  CREATE TRIGGER sale_entries_inserted AFTER INSERT ON sale_entries BEGIN
    INSERT INTO sale_lines (seq, line, product_id, name, unit, quantity, unit_price, discount, total)
      SELECT new.seq, line.key, line.value ->> 'productId', line.value ->> 'name', line.value ->> 'unit',
        line.value ->> 'quantity', line.value ->> 'unitPrice', coalesce(line.value ->> 'discount', 0), line.value ->> 'total'
      FROM json_each(new.lines) AS line;
    UPDATE sale_entries SET lines = NULL WHERE seq = new.seq;
  END;

  ${dropShadows}
  CREATE TABLE sale_words_data (id INTEGER PRIMARY KEY, block BLOB);
  CREATE TABLE sale_words_idx (segid, term, pgno, PRIMARY KEY (segid, term)) WITHOUT ROWID;
  CREATE TABLE sale_words_docsize (id INTEGER PRIMARY KEY, sz BLOB);
  CREATE TABLE sale_words_config (k PRIMARY KEY, v) WITHOUT ROWID;
  INSERT INTO sale_words_config VALUES ('version', 4);
  INSERT INTO sale_words_data VALUES (1, x''), (10, x'00000000000000');
  DROP TABLE IF EXISTS sale_words;
  ${dropShadows}
`;
