/** What the printer said, one answer at a time, in its order. */
export type Answer =
  /** To `DLE EOT n`. */
  | { readonly kind: 'status'; readonly byte: number }
  /** To `GS r 1`: everything before it has been printed. */
  | { readonly kind: 'fence'; readonly paperOut: boolean };

/**
 * Tells the answers in the bytes of an ESC/POS printer apart by their fixed bits (Epson's reference, "Status"): status
 * is 0xx1xx10, `GS r` is 0xx0xxxx, and four bytes that begin with 0xx1xx00 are an unasked report that we do not use.
 */
export function listenToStatus(onAnswer: (answer: Answer) => void): (bytes: Uint8Array) => void {
  let reportBytesLeft = 0;
  return (bytes) => {
    for (const byte of bytes) {
      if (reportBytesLeft > 0) reportBytesLeft -= 1;
      else if ((byte & 0x93) === 0x10) reportBytesLeft = 3;
      else if ((byte & 0x93) === 0x12) onAnswer({ kind: 'status', byte });
      else if ((byte & 0x90) === 0) onAnswer({ kind: 'fence', paperOut: (byte & 0x0c) !== 0 });
    }
  };
}
