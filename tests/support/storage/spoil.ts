import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs';
import { openToRead, valueOf } from '../../../electron/storage/open-database';

const PAGE = 4096;

/** Overwrites bytes in the middle of a file, as a torn write does. */
export function garble(path: string, at: number, bytes: number): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  } finally {
    closeSync(file);
  }
}

/** Garbles the first page of a table or an index, wherever in the file that is. */
export function tear(path: string, part: string): void {
  const db = openToRead(path);
  const root = valueOf(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(part), 'rootpage');
  db.close();
  if (typeof root !== 'number') throw new Error(`${path} has no ${part}`);
  garble(path, (root - 1) * PAGE, PAGE);
}

/** Cuts a file off, as a power cut does to one that was growing. */
export function cutTo(path: string, bytes: number): void {
  truncateSync(path, bytes);
}

/** What a database's files hold, to see that nobody touched them. Its `-shm` holds nothing of its own. */
export function fingerprint(path: string): readonly string[] {
  return ['', '-wal'].map((end) => {
    const file = path + end;
    // An empty log is no log: whoever reads makes one.
    if (!existsSync(file) || (end === '-wal' && statSync(file).size === 0)) return 'none';
    return `${statSync(file).size} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`;
  });
}
