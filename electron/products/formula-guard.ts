/** A cell that begins like this is a formula to a spreadsheet, whoever wrote it. */
const formula = /^[=+\-@\t\r]/;

/** Text as a spreadsheet may open it: what would be a formula stays text. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text again. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}
