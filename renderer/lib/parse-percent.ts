/** A percentage from 0 to 100 with at most two decimals, typed with a comma or a point; null when it is none. */
export function parsePercent(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return null;
  const percent = Number(text);
  return percent <= 100 ? percent : null;
}
