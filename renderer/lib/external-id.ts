/** Mercado Pago takes letters and digits only: "Almacén N.º 2" becomes "ALMACENN2". */
export function suggestExternalId(name: string, maxLength: number): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .slice(0, maxLength);
}

export function isExternalId(text: string, maxLength: number): boolean {
  return /^[A-Za-z0-9]+$/.test(text) && text.length <= maxLength;
}
