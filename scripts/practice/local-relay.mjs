import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { out } from '../setup/paths.mjs';

const readyWithinMs = 20_000;

/**
 * Starts a relay of this machine only and pairs one caja with it.
 *
 * @param {ReturnType<typeof import('../programs/programs.mjs').createPrograms>} programs
 * @param {string} folder where it keeps its notifications
 * @param {string} caja the caja's external id at Mercado Pago
 * @returns {Promise<string>} the pairing code, as a manager would paste it into the till
 */
export async function startPairedRelay(programs, folder, caja) {
  const adminToken = randomBytes(32).toString('hex');
  const program = programs.start('relay', process.execPath, [join(out, 'relay', 'main.js')], {
    RELAY_HOST: '127.0.0.1',
    RELAY_PORT: '0',
    RELAY_DATA_DIR: folder,
    RELAY_ADMIN_TOKEN: adminToken,
  });
  const [url] = await program.waitFor(/http:\/\/127\.0\.0\.1:\d+/, readyWithinMs);
  const answer = await fetch(`${url}/v1/cajas`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ caja }),
  });
  if (!answer.ok) throw new Error(`the relay answered ${answer.status} when ${caja} was to be paired`);
  const { pairing } = /** @type {{ pairing: string }} */ (await answer.json());
  return pairing;
}
