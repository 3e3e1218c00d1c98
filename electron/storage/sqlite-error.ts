import type { DataFault } from '../../shared/recovery';

/** SQLite's result codes: https://www.sqlite.org/rescode.html */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function isDiskFull(error: unknown): boolean {
  // EDQUOT: the disk has room, this user has not.
  return ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(codeOf(error));
}

/** Which fault of the data the error tells, or null when it tells none. */
export function faultOf(error: unknown): DataFault | null {
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB') return 'notADatabase';
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return 'unreadable';
  return null;
}
