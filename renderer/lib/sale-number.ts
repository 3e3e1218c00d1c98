/** A sale's number as it is printed: at least six digits. */
export function saleNumber(number: number): string {
  return String(number).padStart(6, '0');
}
