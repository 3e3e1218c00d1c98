const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/**
 * `JSON.parse` that keeps every digit: an integer beyond 2^53, which a JavaScript number would round to another id,
 * becomes the text of its digits.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text)) return parsed;
  // The text is known to be JSON here, so every quotation mark that opens a string finds its end.
  return JSON.parse(text.replace(token, quotedIfInexact));
}

function quotedIfInexact(found: string): string {
  return /^-?\d+$/.test(found) && !Number.isSafeInteger(Number(found)) ? `"${found}"` : found;
}
