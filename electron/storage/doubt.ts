import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** While it exists, the next start reads all of the data before it sells. */
export function doubtPath(dataDir: string): string {
  return join(dataDir, 'read-all-data');
}

/** The data in use could not be read whole. */
export function doubtData(dataDir: string): void {
  writeFileSync(doubtPath(dataDir), '');
}
