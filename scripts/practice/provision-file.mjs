import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const catalogue = fileURLToPath(new URL('catalogue.json', import.meta.url));

/**
 * Writes what a till needs to be set up for practice without a hand: the same file that chains use.
 *
 * @param {string} folder
 * @param {import('./local-simulator.mjs').Simulator} simulator
 * @param {string} pairing the relay's code for the caja
 * @returns {string} the file, for CAJAQR_PROVISION
 */
export function writeProvisionFile(folder, simulator, pairing) {
  copyFileSync(catalogue, join(folder, 'catalogue.json'));
  const file = join(folder, 'provision.json');
  const { host, port } = simulator.printer;
  const provision = {
    version: 1,
    language: 'es-AR',
    practice: true,
    account: { token: simulator.accessToken, apiBaseUrl: simulator.apiUrl },
    register: { externalStoreId: simulator.externalStoreId, externalPosId: simulator.externalPosId },
    relay: { pairing },
    printer: { transport: { kind: 'network', host, port }, columns: 48 },
    business: {
      name: simulator.businessName ?? 'Kiosco La Esquina',
      address: 'Av. Corrientes 1234, Buenos Aires',
      taxId: 'CUIT 30-00000000-7',
      footer: 'Gracias por su compra',
    },
    charge: { showQrOnScreen: true },
    catalogue: 'catalogue.json',
  };
  writeFileSync(file, `${JSON.stringify(provision, null, 2)}\n`, { mode: 0o600 });
  return file;
}
