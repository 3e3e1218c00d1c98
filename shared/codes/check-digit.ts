/** EAN-8, UPC-A and EAN-13: what products carry. */
const LENGTHS: readonly number[] = [8, 12, 13];

/** Whether this is of a length that has a check digit, and the digit does not fit: it was misread. */
export function isMisread(code: string): boolean {
  return /^\d+$/.test(code) && LENGTHS.includes(code.length) && checkDigit(code.slice(0, -1)) !== Number(code.at(-1));
}

/** GS1's: from the right, digits count three times and once in turn; it fills up to the next ten. */
export function checkDigit(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** The ways in which scanners send the same code: UPC-A is an EAN-13 that begins with 0, and some leave it out. */
export function formsOf(code: string): readonly string[] {
  if (/^\d{12}$/.test(code)) return [code, `0${code}`];
  if (/^0\d{12}$/.test(code)) return [code, code.slice(1)];
  return [code];
}
