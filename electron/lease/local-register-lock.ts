import Database from 'libsql';
import { createHash } from 'node:crypto';
import { closeSync, constants, openSync } from 'node:fs';
import { createServer } from 'node:net';

export interface LocalRegisterLock {
  release(): void;
}

/**
 * Keeps two tills on one computer (two users, two data folders) from charging at the same caja, also without a relay.
 * `null` when another has it. The system takes it back when the process ends, however it ends.
 * Rejects when the system offers no such lock; then there is only the relay's lease.
 * @param key what both tills would name the same: the account's id and the caja's external id.
 */
export async function takeLocalRegisterLock(
  key: string,
  platform: NodeJS.Platform = process.platform,
): Promise<LocalRegisterLock | null> {
  const name = `caja-qr-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
  // Neither name is a file, so nothing stays behind, and both are seen by every user of the computer: a file in the
  // temporary folder is not, because Windows and macOS give each user another, and Linux lets no user open another's.
  if (platform === 'win32') return lockName(`\\\\.\\pipe\\${name}`);
  if (platform === 'linux') return lockName(`\0${name}`);
  return lockFile(`/tmp/${name}`);
}

function lockName(name: string): Promise<LocalRegisterLock | null> {
  const server = createServer((socket) => {
    socket.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(name, () => {
      // A lock is no reason to stay alive.
      server.unref();
      resolve({ release: () => server.close() });
    });
  });
}

/** An exclusive transaction that is never ended: the kernel drops its file lock with the process. */
function lockFile(file: string): LocalRegisterLock | null {
  makeForEveryUser(file);
  const db = new Database(file);
  try {
    db.exec('PRAGMA busy_timeout = 0');
    // A journal beside it would belong to one user, and stay when the process is killed.
    db.exec('PRAGMA journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

/** Another user must be able to lock it tomorrow. Never through a link, which could be laid to a file of ours. */
function makeForEveryUser(file: string): void {
  const before = process.umask(0);
  try {
    closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o666));
  } finally {
    process.umask(before);
  }
}
