import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/errors';
import { productImportSchema, type CatalogueState, type ProductImport } from '../../shared/product-file';
import { catalogueMark } from './catalogue-mark';
import { forgetLostProducts } from './forget-lost-products';
import { atomically, valueOf, type Db } from './open-database';
import { readJson } from './read-json';

export interface ProductImportStore {
  state(): CatalogueState;
  /** Makes the catalogue what the plan says, all of it or nothing. `catalogueChanged`: it is not the one that was planned for. */
  apply(plan: string, planId: string, file: string, missing: 'keep' | 'remove'): Result<ProductImport>;
  /** Makes everything that the last import touched what it was before. */
  undo(): Result<ProductImport>;
}

/** Every column of `products` but its row number, whichever there are in this version. */
function columnsOf(db: Db): readonly string[] {
  const nameSchema = z.object({ name: z.string() });
  return db
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all('products')
    .map((row) => nameSchema.parse(row).name)
    .filter((name) => name !== 'seq');
}

/** @param alsoWrite is on disk with each change, or neither is */
export function createProductImportStore(
  db: Db,
  now: () => Date,
  alsoWrite: (made: ProductImport) => void = () => undefined,
): ProductImportStore {
  const columns = columnsOf(db);
  const rowAsJson = `json_object(${columns.map((name) => `'${name}', p.${name}`).join(', ')})`;
  const fromJson = columns.map((name) => `json_extract(u.json, '$.${name}')`);
  const count = (sql: string): number => Number(valueOf(db.prepare(sql).get(), 'count'));

  const last = (): ProductImport | null =>
    readJson(
      productImportSchema,
      valueOf(db.prepare('SELECT json FROM product_imports ORDER BY seq DESC LIMIT 1').get(), 'json'),
    );
  const keep = (made: ProductImport): ProductImport => {
    db.prepare('INSERT INTO product_imports (json, at) VALUES (?, ?)').run(JSON.stringify(made), now().toISOString());
    alsoWrite(made);
    return made;
  };

  const applyPlan = (planId: string, file: string, missing: 'keep' | 'remove'): Result<ProductImport> => {
    const plan = db.prepare('SELECT id, mark FROM plan.plan').get();
    if (valueOf(plan, 'id') !== planId || valueOf(plan, 'mark') !== catalogueMark(db)) {
      return fail({ code: 'catalogueChanged' });
    }
    const gone = missing === 'remove' ? 'p.id NOT IN (SELECT id FROM plan.kept)' : '0';
    const made: ProductImport = {
      at: now().toISOString(),
      file,
      added: count("SELECT count(*) AS count FROM plan.planned WHERE kind = 'added'"),
      changed: count("SELECT count(*) AS count FROM plan.planned WHERE kind = 'changed'"),
      removed: count(`SELECT count(*) AS count FROM products p WHERE ${gone}`),
      undoneAt: null,
    };
    db.exec(`
      DELETE FROM product_undo;
      INSERT INTO product_undo (product_id, json)
        SELECT p.id, ${rowAsJson} FROM products p
        WHERE p.id IN (SELECT id FROM plan.planned WHERE kind = 'changed') OR ${gone};
      INSERT INTO product_undo (product_id, json) SELECT id, NULL FROM plan.planned WHERE kind = 'added';
      DELETE FROM products AS p WHERE ${gone};
      UPDATE products SET code = r.code, name = r.name, price = r.price, unit = r.unit, category = r.category,
        favourite = r.favourite, tax = r.tax
        FROM plan.planned r WHERE r.id = products.id AND r.kind = 'changed';
      INSERT INTO products (id, code, name, price, unit, category, favourite, tax)
        SELECT id, code, name, price, unit, category, favourite, tax FROM plan.planned WHERE kind = 'added' ORDER BY rowid;
    `);
    forgetLostProducts(db);
    return ok(keep(made));
  };

  return {
    state: () => ({ products: count('SELECT count(*) AS count FROM products'), lastImport: last() }),
    apply: (path, planId, file, missing) => {
      if (!existsSync(path)) return fail({ code: 'catalogueChanged' });
      db.prepare('ATTACH DATABASE ? AS plan').run(`${pathToFileURL(path).href}?mode=ro`);
      try {
        return atomically(db, () => applyPlan(planId, file, missing));
      } finally {
        db.exec('DETACH DATABASE plan');
      }
    },
    undo: () =>
      atomically(db, () => {
        const before = last();
        if (before?.undoneAt !== null) return fail({ code: 'nothingToDo' });
        // What somebody made or renumbered since then keeps its code: it is on a shelf by now.
        db.exec(`
          DELETE FROM products WHERE id IN (SELECT product_id FROM product_undo WHERE json IS NULL);
          UPDATE OR IGNORE products SET (${columns.join(', ')}) = (
            SELECT ${fromJson.join(', ')} FROM product_undo u WHERE u.product_id = products.id
          ) WHERE id IN (SELECT product_id FROM product_undo WHERE json IS NOT NULL);
          INSERT OR IGNORE INTO products (${columns.join(', ')})
            SELECT ${fromJson.join(', ')} FROM product_undo u
            WHERE u.json IS NOT NULL AND u.product_id NOT IN (SELECT id FROM products);
          DELETE FROM product_undo;
        `);
        forgetLostProducts(db);
        return ok(keep({ ...before, undoneAt: now().toISOString() }));
      }),
  };
}
