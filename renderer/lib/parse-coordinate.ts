/** Degrees as a map shows them, with a comma or a point; null when it is not a number within ±`limit`. */
export function parseCoordinate(typed: string, limit: 90 | 180): number | null {
  const text = typed.trim().replace('−', '-').replace(',', '.');
  if (!/^-?\d{1,3}(\.\d{1,15})?$/.test(text)) return null;
  const degrees = Number(text);
  return Math.abs(degrees) <= limit ? degrees : null;
}
