import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ProvisionFacts {
  readonly token: string;
  readonly apiBaseUrl: string;
  readonly printer: { readonly host: string; readonly port: number };
  readonly pairing: string | null;
  readonly expiresInMinutes: number;
  readonly products: readonly Readonly<Record<string, unknown>>[];
}

/** Writes the file that sets a till up for the caja of the tests. @returns its path. */
export function writeProvision(folder: string, facts: ProvisionFacts): string {
  const { token, apiBaseUrl, printer, pairing, expiresInMinutes, products } = facts;
  const path = join(folder, 'provision.json');
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify({ products }));
  writeFileSync(
    path,
    JSON.stringify({
      version: 1,
      language: 'es-AR',
      account: { token, apiBaseUrl },
      register: { externalStoreId: 'SUC001', externalPosId: 'SUC001CAJA01' },
      ...(pairing === null ? {} : { relay: { pairing } }),
      printer: { transport: { kind: 'network', host: printer.host, port: printer.port } },
      business: { name: 'Kiosco La Esquina', address: 'Av. Corrientes 1234', footer: 'Gracias por su compra' },
      charge: { expiresInMinutes },
      catalogue: 'catalogue.json',
    }),
  );
  return path;
}
