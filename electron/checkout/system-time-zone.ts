/** The computer's own time zone, in which the screen shows the time; null when it reports none. */
export function systemTimeZone(): string | null {
  // Its type says text, but with a `TZ` that names no zone Node 20 says undefined.
  const { timeZone }: { readonly timeZone: unknown } = new Intl.DateTimeFormat().resolvedOptions();
  return typeof timeZone === 'string' ? timeZone : null;
}
