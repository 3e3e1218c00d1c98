import { saleListMigration } from './sale-list-migration';
import { saleWordsMigration } from './sale-words-migration';

/**
 * The schema, one step a version (`user_version`). A step that has been released is never edited: add another.
 * Amounts are minor units, quantities thousandths, times ISO 8601 UTC; `json` columns hold what the schema of the same
 * name in shared/ describes.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    json TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
  ) STRICT;

  CREATE TABLE products (
    -- Named, because the text index points at it and VACUUM renumbers a rowid that has no name.
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    code TEXT UNIQUE,
    name TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price >= 0),
    unit TEXT NOT NULL,
    category TEXT,
    favourite INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX products_favourite ON products (favourite, name);
  CREATE VIRTUAL TABLE products_text USING fts5 (
    name, code, content = 'products', content_rowid = 'seq', tokenize = 'trigram remove_diacritics 1'
  );
  CREATE TRIGGER products_inserted AFTER INSERT ON products BEGIN
    INSERT INTO products_text (rowid, name, code) VALUES (new.seq, new.name, new.code);
  END;
  CREATE TRIGGER products_deleted AFTER DELETE ON products BEGIN
    INSERT INTO products_text (products_text, rowid, name, code) VALUES ('delete', old.seq, old.name, old.code);
  END;
  CREATE TRIGGER products_updated AFTER UPDATE ON products BEGIN
    INSERT INTO products_text (products_text, rowid, name, code) VALUES ('delete', old.seq, old.name, old.code);
    INSERT INTO products_text (rowid, name, code) VALUES (new.seq, new.name, new.code);
  END;

  CREATE TABLE draft (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    json TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sales (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    total INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    paid_at TEXT
  ) STRICT;

  CREATE TABLE checkouts (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sales (id),
    reference TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    -- Why a person must look at it; null when nobody must.
    review TEXT,
    json TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    finished_at TEXT
  ) STRICT;
  CREATE INDEX checkouts_of_sale ON checkouts (sale_id);
  CREATE INDEX checkouts_unfinished ON checkouts (created_at) WHERE finished_at IS NULL;
  CREATE INDEX checkouts_review ON checkouts (updated_at) WHERE review IS NOT NULL;

  CREATE TABLE checkout_steps (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    checkout_id TEXT NOT NULL REFERENCES checkouts (id),
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    from_kind TEXT,
    to_kind TEXT NOT NULL
  ) STRICT;
  CREATE INDEX checkout_steps_of ON checkout_steps (checkout_id, seq);

  CREATE TABLE refunds (
    id TEXT PRIMARY KEY,
    checkout_id TEXT REFERENCES checkouts (id),
    payment_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    json TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    -- When somebody read how it ended.
    acknowledged_at TEXT
  ) STRICT;
  CREATE INDEX refunds_of_checkout ON refunds (checkout_id);
  CREATE INDEX refunds_of_payment ON refunds (payment_id);
  CREATE INDEX refunds_open ON refunds (created_at) WHERE acknowledged_at IS NULL;

  CREATE TABLE refund_steps (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    refund_id TEXT NOT NULL REFERENCES refunds (id),
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    from_kind TEXT,
    to_kind TEXT NOT NULL
  ) STRICT;
  CREATE INDEX refund_steps_of ON refund_steps (refund_id, seq);

  CREATE TABLE stray_payments (
    payment_id TEXT PRIMARY KEY,
    json TEXT NOT NULL,
    found_at TEXT NOT NULL,
    decided_at TEXT
  ) STRICT;
  CREATE INDEX stray_payments_open ON stray_payments (found_at) WHERE decided_at IS NULL;

  -- Up to when, by Mercado Pago's clock, the payments of a caja have been looked through.
  CREATE TABLE look_back (
    register_id TEXT PRIMARY KEY,
    until TEXT NOT NULL
  ) STRICT;

  CREATE TABLE print_jobs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    checkout_id TEXT REFERENCES checkouts (id),
    state TEXT NOT NULL,
    json TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX print_jobs_waiting ON print_jobs (seq) WHERE state IN ('queued', 'sending');

  CREATE TABLE hints (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    json TEXT NOT NULL,
    received_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE relay_cursor (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    relay TEXT NOT NULL,
    cursor TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- How money moved for each sale; cash that went back is below zero.
  CREATE TABLE tenders (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sales (id),
    shift_id TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('cash', 'qr')),
    amount INTEGER NOT NULL,
    received INTEGER,
    change_due INTEGER,
    rounding INTEGER,
    at TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX tenders_of_sale ON tenders (sale_id);
  CREATE INDEX tenders_of_shift ON tenders (shift_id, kind);
  CREATE INDEX tenders_at ON tenders (at);
  INSERT INTO tenders (id, sale_id, shift_id, kind, amount, received, change_due, rounding, at, json)
    SELECT id || '-qr', sale_id, NULL, 'qr', json_extract(json, '$.attempt.sale.total'), NULL, NULL, NULL,
      json_extract(json, '$.paidAt'),
      json_object('checkoutId', id, 'reference', reference)
    FROM checkouts WHERE kind = 'paid' ORDER BY rowid;

  CREATE TABLE cash_sales (
    sale_id TEXT PRIMARY KEY REFERENCES sales (id),
    json TEXT NOT NULL,
    created_at TEXT NOT NULL,
    finished_at TEXT
  ) STRICT;
  CREATE INDEX cash_sales_unfinished ON cash_sales (created_at) WHERE finished_at IS NULL;

  CREATE TABLE cash_refunds (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sales (id),
    json TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX cash_refunds_of_sale ON cash_refunds (sale_id);
  -- What belongs to a shift is told by the order in which it was written, not by a clock that may go back.
  CREATE TABLE shifts (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    json TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    after_checkout_step INTEGER NOT NULL,
    after_refund_step INTEGER NOT NULL,
    last_checkout_step INTEGER,
    last_refund_step INTEGER,
    -- What Mercado Pago's list said, when it was last asked.
    reconciliation TEXT,
    -- Of the Z slip.
    copies INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX shifts_one_open ON shifts (closed_at IS NULL) WHERE closed_at IS NULL;

  CREATE TABLE cash_movements (
    id TEXT PRIMARY KEY,
    shift_id TEXT NOT NULL REFERENCES shifts (id),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    amount INTEGER NOT NULL CHECK (amount > 0),
    json TEXT NOT NULL,
    at TEXT NOT NULL,
    copies INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX cash_movements_of_shift ON cash_movements (shift_id);

  -- The notes and coins being counted, as far as they are typed.
  CREATE TABLE count_draft (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    json TEXT NOT NULL
  ) STRICT;
  CREATE TABLE operators (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    -- As pin-hash.ts writes it: never the PIN. Empty when the person works here no more.
    pin_hash TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;

  -- Wrong PINs: what keeps the next one waiting, also over a restart.
  CREATE TABLE pin_tries (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    wrong INTEGER NOT NULL,
    last_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE audit_log (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    act TEXT NOT NULL,
    by TEXT,
    approved_by TEXT,
    json TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_log_has_no_gap BEFORE INSERT ON audit_log
  WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_log) BEGIN
    SELECT RAISE(ABORT, 'the log goes on with the next number');
  END;
  CREATE TRIGGER audit_log_is_not_changed BEFORE UPDATE ON audit_log BEGIN
    SELECT RAISE(ABORT, 'the log is not changed');
  END;
  CREATE TRIGGER audit_log_is_kept BEFORE DELETE ON audit_log BEGIN
    SELECT RAISE(ABORT, 'the log is kept');
  END;
  `,
  `
  -- A list of new prices is no reason to index every name again.
  DROP TRIGGER products_updated;
  CREATE TRIGGER products_updated AFTER UPDATE OF name, code ON products
    WHEN old.name IS NOT new.name OR old.code IS NOT new.code
  BEGIN
    INSERT INTO products_text (products_text, rowid, name, code) VALUES ('delete', old.seq, old.name, old.code);
    INSERT INTO products_text (rowid, name, code) VALUES (new.seq, new.name, new.code);
  END;

  -- Lists of products that were read in, and that were taken back.
  CREATE TABLE product_imports (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    json TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;

  -- What the last one touched, as it was before it; null for what did not exist.
  CREATE TABLE product_undo (
    product_id TEXT PRIMARY KEY,
    json TEXT
  ) STRICT;

  -- What was set up by whom; never changed from within the program.
  CREATE TABLE settings_history (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER settings_history_stays BEFORE UPDATE ON settings_history BEGIN
    SELECT RAISE(ABORT, 'the history of the settings is only added to');
  END;
  CREATE TRIGGER settings_history_is_kept BEFORE DELETE ON settings_history BEGIN
    SELECT RAISE(ABORT, 'the history of the settings is only added to');
  END;
  `,
  `
  -- Sales that were put aside; the one being typed is the draft.
  CREATE TABLE held_sales (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    held_at TEXT NOT NULL,
    total INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT;

  -- In hundredths of a percent, contained in the price; null where nobody said.
  ALTER TABLE products ADD COLUMN tax INTEGER;
  CREATE INDEX products_category ON products (category, name) WHERE category IS NOT NULL;

  -- The trigrams know nothing shorter than three letters: this knows how words begin.
  CREATE VIRTUAL TABLE products_words USING fts5 (
    name, code, content = 'products', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
  );
  INSERT INTO products_words (products_words) VALUES ('rebuild');
  CREATE TRIGGER products_words_inserted AFTER INSERT ON products BEGIN
    INSERT INTO products_words (rowid, name, code) VALUES (new.seq, new.name, new.code);
  END;
  CREATE TRIGGER products_words_deleted AFTER DELETE ON products BEGIN
    INSERT INTO products_words (products_words, rowid, name, code) VALUES ('delete', old.seq, old.name, old.code);
  END;
  CREATE TRIGGER products_words_updated AFTER UPDATE OF name, code ON products
    WHEN old.name IS NOT new.name OR old.code IS NOT new.code
  BEGIN
    INSERT INTO products_words (products_words, rowid, name, code) VALUES ('delete', old.seq, old.name, old.code);
    INSERT INTO products_words (rowid, name, code) VALUES (new.seq, new.name, new.code);
  END;
  `,
  `
  -- Products are searched in memory now (product-search.ts).
  DROP TRIGGER products_inserted;
  DROP TRIGGER products_deleted;
  DROP TRIGGER products_updated;
  DROP TABLE products_text;
  DROP TRIGGER products_words_inserted;
  DROP TRIGGER products_words_deleted;
  DROP TRIGGER products_words_updated;
  DROP TABLE products_words;

  -- The keys of a category in their order.
  DROP INDEX products_category;
  CREATE INDEX products_category ON products (category, favourite DESC, name) WHERE category IS NOT NULL;
  `,
  saleListMigration,
  saleWordsMigration,
  `
  -- Apart from the products, so that whoever reads those does not read these. A picture stays as long as its product is
  -- there, or can be brought back (forget-lost-products.ts).
  CREATE TABLE product_pictures (
    product_id TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX product_pictures_shown ON product_pictures (product_id, version);
  CREATE INDEX product_pictures_version ON product_pictures (version);

  -- The order that somebody gave to the quick keys. A favourite without a place comes after those that have one.
  CREATE TABLE quick_keys (
    product_id TEXT PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT;
  `,
];
