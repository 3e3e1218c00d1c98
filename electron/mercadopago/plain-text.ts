/**
 * Text as it may go to the customer's phone: one line, no control characters, nothing that turns the direction of what
 * follows, no half of a surrogate pair, never longer than `longest` UTF-16 units, never cut through a character.
 */
export function plainText(text: string, longest: number): string {
  const oneLine = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();
  if (oneLine.length <= longest) return oneLine;
  const head = oneLine
    .slice(0, longest - 1)
    // The cut may have gone through a surrogate pair.
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
  return `${head}…`;
}
