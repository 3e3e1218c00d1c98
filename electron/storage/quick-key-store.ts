import { atomically, type Db } from './open-database';

export interface QuickKeyStore {
  /**
   * Gives these favourites their places, in this order; whoever is not among them has none any more.
   * @param alsoWrite is on disk with it, or neither is
   */
  arrange(ids: readonly string[], alsoWrite: () => void): void;
}

/** In which order `CatalogueStore.favourites` has them. */
export function createQuickKeyStore(db: Db): QuickKeyStore {
  // An id that is no favourite any more is passed over, and so is one that comes twice.
  const place = db.prepare(
    'INSERT OR IGNORE INTO quick_keys (product_id, position) SELECT id, ? FROM products WHERE id = ? AND favourite = 1',
  );
  return {
    arrange: (ids, alsoWrite) => {
      atomically(db, () => {
        db.exec('DELETE FROM quick_keys');
        ids.forEach((id, position) => place.run(position, id));
        alsoWrite();
      });
    },
  };
}
