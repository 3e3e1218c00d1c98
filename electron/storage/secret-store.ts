import { valueOf, type Db } from './open-database';

export const secretNames = ['accessToken', 'relayToken'] as const;
export type SecretName = (typeof secretNames)[number];

/** Turns a secret into bytes that are useless elsewhere, and back. */
export interface Sealer {
  /** False when only file permissions protect the key: the manager is told. */
  readonly strong: boolean;
  seal(secret: string): Uint8Array;
  /** `null` when it was sealed by another system user or computer, so that it must be typed again. */
  open(sealed: Uint8Array): string | null;
}

export interface SecretStore {
  readonly sealed: boolean;
  read(name: SecretName): string | null;
  write(name: SecretName, secret: string | null): void;
}

export function createSecretStore(db: Db, sealer: Sealer): SecretStore {
  const get = db.prepare('SELECT sealed FROM secrets WHERE name = ?');
  const put = db.prepare(
    'INSERT INTO secrets (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
  );
  const drop = db.prepare('DELETE FROM secrets WHERE name = ?');
  return {
    sealed: sealer.strong,
    read: (name) => {
      const sealed = valueOf(get.get(name), 'sealed');
      return sealed instanceof Uint8Array ? sealer.open(sealed) : null;
    },
    write: (name, secret) => {
      if (secret === null) drop.run(name);
      else put.run(name, Buffer.from(sealer.seal(secret)));
    },
  };
}
