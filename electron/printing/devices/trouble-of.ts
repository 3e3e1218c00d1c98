import type { PrinterTrouble } from '../../../shared/printer';

/** What the system's error codes mean when the thing at the other end is a printer. */
const troubles: ReadonlyMap<string, PrinterTrouble> = new Map<string, PrinterTrouble>([
  ['ENOENT', 'notFound'],
  ['ENOTFOUND', 'notFound'],
  ['EAI_AGAIN', 'notFound'],
  ['EHOSTUNREACH', 'notFound'],
  ['ENETUNREACH', 'notFound'],
  ['ETIMEDOUT', 'notFound'],
  ['EACCES', 'noPermission'],
  ['EPERM', 'noPermission'],
  ['EROFS', 'noPermission'],
  // usblp lets one program in; so do most network printers, which then refuse the second.
  ['EBUSY', 'busy'],
  ['ETXTBSY', 'busy'],
  ['ECONNREFUSED', 'offline'],
  ['ENODEV', 'unplugged'],
  ['ENXIO', 'unplugged'],
  ['EIO', 'unplugged'],
  ['EPIPE', 'unplugged'],
  ['ECONNRESET', 'unplugged'],
  ['ECONNABORTED', 'unplugged'],
  ['EISDIR', 'notADevice'],
  ['ENOTDIR', 'notADevice'],
  ['EINVAL', 'notADevice'],
  ['EDQUOT', 'diskFull'],
  ['EFBIG', 'diskFull'],
]);

/** `noSpace` is what ENOSPC means there: usblp says it when the paper is out, a disk when it is full. */
export function troubleOf(error: unknown, noSpace: PrinterTrouble = 'diskFull'): PrinterTrouble {
  const code = codeOf(error);
  if (code === 'ENOSPC') return noSpace;
  return troubles.get(code) ?? 'unknown';
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
