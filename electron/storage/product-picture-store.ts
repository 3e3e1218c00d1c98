import { createHash } from 'node:crypto';
import { valueOf, type Db } from './open-database';

export interface ProductPictureStore {
  /** The product's only picture from now on; null takes it away. */
  put(productId: string, bytes: Uint8Array | null): void;
  /** The bytes of a version that some product has. */
  read(version: string): Uint8Array | null;
}

const VERSION_DIGITS = 32;

/** Small pictures of products (`shared/product-picture.ts`), in the till's own file: backups have them too. */
export function createProductPictureStore(db: Db): ProductPictureStore {
  const upsert = db.prepare(
    `INSERT INTO product_pictures (product_id, version, bytes) VALUES (?, ?, ?)
     ON CONFLICT (product_id) DO UPDATE SET version = excluded.version, bytes = excluded.bytes`,
  );
  const remove = db.prepare('DELETE FROM product_pictures WHERE product_id = ?');
  const byVersion = db.prepare('SELECT bytes FROM product_pictures WHERE version = ? LIMIT 1');

  return {
    put: (productId, bytes) => {
      if (bytes === null) remove.run(productId);
      else upsert.run(productId, versionOf(bytes), bytes);
    },
    read: (version) => {
      const bytes = valueOf(byVersion.get(version), 'bytes');
      return bytes instanceof Uint8Array ? bytes : null;
    },
  };
}

function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, VERSION_DIGITS);
}
