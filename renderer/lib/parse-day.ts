const SHAPE = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/;

/**
 * A day as people here write it, day first: `5/11`, `05/11/26` and `5-11-2026` are the same in 2026. null for what is none.
 * @param today `2026-11-23`: its year is meant where none is written
 */
export function parseDay(typed: string, today: string): string | null {
  const parts = SHAPE.exec(typed.trim());
  if (!parts) return null;
  const [, day, month, year = today.slice(0, 4)] = parts;
  const whole = year.length === 2 ? `20${year}` : year;
  const written = `${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  // The thirtieth of February would become a day of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}

/** `23/11/2026`. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}
