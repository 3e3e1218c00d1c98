import { statSync } from 'node:fs';
import { openDatabase } from '../../../electron/storage/open-database';
import { sell } from './sell';

// Sells one sale after another until somebody kills it, and acknowledges each when it is on disk.
const [, , path = ''] = process.argv;
const db = openDatabase(path);
for (let number = 1; ; number++) {
  sell(db, number);
  process.stdout.write(`${number} ${statSync(`${path}-wal`).size}\n`);
}
