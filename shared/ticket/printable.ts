/** Marks that keyboards and web pages produce and thermal printers do not have, as what a typewriter would use. */
const typewriter: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '′': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '″': '"',
    '‹': '<',
    '›': '>',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
    '―': '-',
    '−': '-',
    '⁄': '/',
    '•': '*',
    '…': '...',
    // The byte of × in PC858 is a peseta sign on a printer that stays in PC437; an x is an x everywhere.
    '×': 'x',
  }),
);

const plain = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u00d6\u00d8-\u00ff]*$/;

/**
 * Text that is safe to measure and to print: composed (NFC), without control, format or combining characters, and one
 * column for each UTF-16 unit. ESC and its like never survive; line breaks and tabs become spaces.
 */
export function printable(text: string): string {
  if (plain.test(text)) return text;
  let result = '';
  for (const char of text.normalize('NFC')) result += plain.test(char) ? char : substitute(char);
  return result;
}

function substitute(char: string): string {
  if (/[\t-\r\p{Zs}\p{Zl}\p{Zp}]/u.test(char)) return ' ';
  if (/[\p{C}\p{M}\p{Sk}]/u.test(char)) return '';
  const typed = typewriter.get(char);
  if (typed !== undefined) return typed;
  // Ligatures, full-width letters and the like have a plain form: "ﬁ" is "fi", "™" is "TM".
  const compatible = char.normalize('NFKC');
  if (compatible !== char && plain.test(compatible)) return compatible;
  return char.length === 1 ? char : '?';
}
