/** What the printer said, one answer at a time, in its order. */
export type Answer =
  /** To `DLE EOT n`. */
  | { readonly kind: 'status'; readonly byte: number }
  /** To `GS r 1`: everything before it has been printed. */
  | { readonly kind: 'fence'; readonly paperOut: boolean }
  /** To `GS ( H`: what came before this id has been printed. */
  | { readonly kind: 'processId'; readonly id: string };

/** Epson's longest answer of the kind that begins with 37h and ends with a NUL. */
const LONGEST_BLOCK = 80;
const ID_LENGTH = 4;

/**
 * Tells the answers in the bytes of an ESC/POS printer apart by their fixed bits (Epson's reference, "Status"): status
 * is 0xx1xx10, `GS r` is 0xx0xxxx, four bytes that begin with 0xx1xx00 are an unasked report that we do not use, and
 * 37h up to a NUL is a block, of which the answer to `GS ( H` is one: a byte that names its kind, and the id.
 */
export function listenToStatus(onAnswer: (answer: Answer) => void): (bytes: Uint8Array) => void {
  let reportBytesLeft = 0;
  let block: number[] | null = null;

  function readBlock(bytes: number[], byte: number): number[] | null {
    if (byte !== 0) return bytes.length < LONGEST_BLOCK ? [...bytes, byte] : null;
    if (bytes.length > ID_LENGTH) onAnswer({ kind: 'processId', id: String.fromCharCode(...bytes.slice(-ID_LENGTH)) });
    return null;
  }

  return (bytes) => {
    for (const byte of bytes) {
      if (reportBytesLeft > 0) reportBytesLeft -= 1;
      else if ((byte & 0x93) === 0x10) reportBytesLeft = 3;
      else if ((byte & 0x93) === 0x12) onAnswer({ kind: 'status', byte });
      else if (block !== null) block = readBlock(block, byte);
      else if (byte === 0x37) block = [];
      else if ((byte & 0x90) === 0) onAnswer({ kind: 'fence', paperOut: (byte & 0x0c) !== 0 });
    }
  };
}
