/**
 * What the list of sales and the reports look in: every charge and every sale over the counter as a few plain columns, its
 * lines, its payments and its words. Nothing here is a fact of its own. Triggers keep it in whichever transaction changes the
 * facts, so that it can't be forgotten, and what the other tables hold already is read in once.
 */

const CHARGE_LEFT = `(
  SELECT coalesce(sum(payment.value ->> 'amount' - max(payment.value ->> 'givenBack', coalesce((
    SELECT sum(refund.value ->> 'amount') FROM json_each(new.json, '$.ledger.refunds') AS refund
    WHERE refund.value ->> 'paymentId' = payment.value ->> 'id'
  ), 0))), 0) FROM json_each(new.json, '$.ledger.payments') AS payment
)`;

/** How a charge stands now. Surplus is no part of the sale: only what is missing of what was due went back. */
const followCharge = `
  UPDATE sale_entries SET
    charge = new.kind,
    review = new.review,
    qr_back = CASE WHEN new.kind = 'paid' THEN max(0, (new.json ->> '$.attempt.sale.total')
      - coalesce(new.json ->> '$.attempt.cash', 0) - ${CHARGE_LEFT}) ELSE 0 END
  WHERE id = new.id;
  INSERT INTO sale_payments (payment_id, seq)
    SELECT payment.value ->> 'id', entry.seq
    FROM json_each(new.json, '$.ledger.payments') AS payment JOIN sale_entries AS entry ON entry.id = new.id
    WHERE payment.value ->> 'id' IS NOT NULL
    ON CONFLICT DO NOTHING;`;

const followTender = `
  UPDATE sale_entries SET at = new.at, paid_at = new.at, rounding = rounding + coalesce(new.rounding, 0),
      cash = cash + iif(new.kind = 'cash', new.amount, 0), qr = qr + iif(new.kind = 'qr', new.amount, 0)
    WHERE new.amount > 0 AND id = coalesce(new.json ->> '$.checkoutId', new.sale_id);
  UPDATE sale_entries SET cash_back = cash_back - new.amount
    WHERE new.amount < 0 AND sale_id = new.sale_id AND cash > 0;`;

const INTO_ENTRIES =
  'INSERT INTO sale_entries (id, kind, sale_id, number, at, total, discount, sale_discount, by, charge, review, lines)';

// Named with its table: json_each has a hidden column `json` of its own.
const discounts = (table: string, sale: string): string => `
  coalesce(json ->> '${sale}.discount', 0)
    + (SELECT coalesce(sum(line.value ->> 'discount'), 0) FROM json_each(${table}.json, '${sale}.lines') AS line),
  coalesce(json ->> '${sale}.discount', 0)`;

const CHARGES = `
  SELECT id, 'charge', sale_id, json ->> '$.attempt.sale.number', created_at, json ->> '$.attempt.sale.total',
    ${discounts('checkouts', '$.attempt.sale')}, coalesce(json ->> '$.attempt.operator.name', json ->> '$.attempt.register.name'), kind,
    review, json -> '$.attempt.sale.lines'
  FROM checkouts WHERE json_valid(json) AND json ->> '$.attempt.sale.number' IS NOT NULL`;

const CASH_SALES = `
  SELECT sale_id, 'cash', sale_id, json ->> '$.sale.number', created_at, json ->> '$.sale.total', ${discounts('cash_sales', '$.sale')},
    json ->> '$.by', NULL, NULL, json -> '$.sale.lines'
  FROM cash_sales WHERE json_valid(json) AND json ->> '$.sale.number' IS NOT NULL`;

export const saleListMigration = `
  CREATE TABLE sale_entries (
    -- In the order in which they began, which a clock that goes back would not tell.
    seq INTEGER PRIMARY KEY,
    -- Of the charge, or of the sale that was paid over the counter.
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('charge', 'cash')),
    sale_id TEXT NOT NULL REFERENCES sales (id),
    number INTEGER NOT NULL,
    -- When it was paid; before that, when it began.
    at TEXT NOT NULL,
    total INTEGER NOT NULL,
    -- Everything that was taken off, and what of it off the whole sale.
    discount INTEGER NOT NULL,
    sale_discount INTEGER NOT NULL,
    by TEXT NOT NULL,
    -- The kind of the charge's state, and why a person must look at it.
    charge TEXT,
    review TEXT,
    paid_at TEXT,
    -- What its tenders brought, with the rounding in it, and what of that went back.
    cash INTEGER NOT NULL DEFAULT 0,
    qr INTEGER NOT NULL DEFAULT 0,
    rounding INTEGER NOT NULL DEFAULT 0,
    cash_back INTEGER NOT NULL DEFAULT 0,
    qr_back INTEGER NOT NULL DEFAULT 0,
    -- Only on its way into sale_lines.
    lines TEXT,
    state TEXT NOT NULL AS (CASE
      WHEN review IS NOT NULL THEN 'review'
      WHEN paid_at IS NOT NULL THEN CASE WHEN cash_back + qr_back = 0 THEN 'paid'
        WHEN cash_back + qr_back < cash + qr THEN 'partBack' ELSE 'allBack' END
      WHEN charge IN ('cancelled', 'expired', 'rejected') THEN 'unpaid'
      WHEN charge = 'reviewed' THEN 'reviewed'
      ELSE 'open' END) VIRTUAL
  ) STRICT;
  CREATE INDEX sale_entries_at ON sale_entries (at);
  CREATE INDEX sale_entries_total ON sale_entries (total);
  CREATE INDEX sale_entries_sale ON sale_entries (sale_id);
  CREATE INDEX sale_entries_unusual ON sale_entries (state) WHERE state <> 'paid';
  CREATE INDEX sale_entries_mixed ON sale_entries (seq) WHERE cash > 0 AND qr > 0;

  CREATE TABLE sale_lines (
    seq INTEGER NOT NULL REFERENCES sale_entries (seq),
    line INTEGER NOT NULL,
    product_id TEXT,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    unit_price INTEGER NOT NULL,
    discount INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (seq, line)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sale_payments (
    payment_id TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES sale_entries (seq),
    PRIMARY KEY (payment_id, seq)
  ) STRICT, WITHOUT ROWID;

  -- Names of products and of who sold them. Nothing of it ever changes, so only the index is kept.
  CREATE VIRTUAL TABLE sale_words USING fts5 (
    words, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 2'
  );

  CREATE TRIGGER sale_entries_inserted AFTER INSERT ON sale_entries BEGIN
    INSERT INTO sale_lines (seq, line, product_id, name, unit, quantity, unit_price, discount, total)
      SELECT new.seq, line.key, line.value ->> 'productId', line.value ->> 'name', line.value ->> 'unit',
        line.value ->> 'quantity', line.value ->> 'unitPrice', coalesce(line.value ->> 'discount', 0), line.value ->> 'total'
      FROM json_each(new.lines) AS line;
    INSERT INTO sale_words (rowid, words)
      SELECT new.seq, new.by || ' ' || group_concat(line.value ->> 'name', ' ') FROM json_each(new.lines) AS line;
    UPDATE sale_entries SET lines = NULL WHERE seq = new.seq;
  END;

  CREATE TRIGGER checkouts_listed AFTER INSERT ON checkouts WHEN json_valid(new.json) BEGIN
    ${INTO_ENTRIES} ${CHARGES} AND id = new.id;
    ${followCharge}
  END;
  CREATE TRIGGER checkouts_followed AFTER UPDATE OF json, review ON checkouts WHEN json_valid(new.json) BEGIN
    ${followCharge}
  END;
  CREATE TRIGGER cash_sales_listed AFTER INSERT ON cash_sales BEGIN
    ${INTO_ENTRIES} ${CASH_SALES} AND sale_id = new.sale_id;
  END;
  CREATE TRIGGER tenders_followed AFTER INSERT ON tenders BEGIN
    ${followTender}
  END;

  -- When money went back, and what was decided about a sale.
  CREATE INDEX refund_steps_approved ON refund_steps (at) WHERE to_kind = 'approved';
  CREATE INDEX audit_log_sale ON audit_log (json ->> '$.sale') WHERE json ->> '$.sale' IS NOT NULL;
  CREATE INDEX shifts_closed ON shifts (closed_at) WHERE closed_at IS NOT NULL;

  ${INTO_ENTRIES} SELECT * FROM (${CHARGES} UNION ALL ${CASH_SALES}) ORDER BY created_at;
  UPDATE checkouts SET review = review WHERE json_valid(json);
  CREATE TEMP TRIGGER tenders_read_in AFTER UPDATE OF kind ON tenders BEGIN
    ${followTender}
  END;
  UPDATE tenders SET kind = kind;
  DROP TRIGGER temp.tenders_read_in;
`;
