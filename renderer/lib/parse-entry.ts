/** What was typed in the sale's one field: "3*7790001" is three of that code; "3*" alone is a quantity for the chosen line. */
export interface Entry {
  /** As typed before the star; null without one. */
  readonly quantity: string | null;
  /** A code or words, trimmed; '' when nothing follows the star. */
  readonly text: string;
}

export function parseEntry(typed: string): Entry {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*\*(.*)$/su.exec(typed);
  if (!match) return { quantity: null, text: typed.trim() };
  return { quantity: match[1] ?? null, text: (match[2] ?? '').trim() };
}

/** Whether this can only be a code: people don't look for products by digits. */
export function looksLikeCode(text: string): boolean {
  return /^\d+$/.test(text);
}

/**
 * What to enter for a scan that went into the field after `before`: a star before it counts, words before it don't. Digits
 * before it are its own beginning, cut off by a pause: a code must never be taken for a shorter one.
 */
export function scannedEntry(before: string, scanned: string): string {
  if (looksLikeCode(parseEntry(before + scanned).text)) return before + scanned;
  const { quantity } = parseEntry(before);
  return quantity === null ? scanned : `${quantity}*${scanned}`;
}
