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
];
