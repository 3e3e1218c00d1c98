/** What is typed beside the country's label, as it is stored and printed: "CUIT 30-12345678-9". */
export function withTaxLabel(label: string, typed: string): string {
  const number = withoutTaxLabel(label, typed);
  return number === '' ? '' : `${label} ${number}`;
}

/** The number alone, to be edited. */
export function withoutTaxLabel(label: string, stored: string): string {
  const text = stored.trim();
  const labelled = text.toUpperCase().startsWith(label.toUpperCase());
  return labelled ? text.slice(label.length).replace(/^[\s:.]+/, '') : text;
}
