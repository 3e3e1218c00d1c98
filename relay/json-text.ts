// Either a whole string (left alone) or an integer too long for a double, outside any string.
const stringOrLongInteger = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])\d{16,}(?![\d.eE])/g;

/** As `JSON.parse`, but integers of 16 digits or more come as text: Mercado Pago's ids may exceed 2^53. */
export function parseJson(text: string): unknown {
  // Parsed first as it is, so that the expression below only ever runs over well-formed text, in linear time.
  const plain: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text)) return plain;
  return JSON.parse(text.replace(stringOrLongInteger, (found) => (found.startsWith('"') ? found : `"${found}"`)));
}
