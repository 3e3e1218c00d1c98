import { join } from 'node:path';
import { out } from '../setup/paths.mjs';

const readyWithinMs = 20_000;

/**
 * What the simulator prints as one line of JSON on standard output once everything in it listens.
 *
 * @typedef {object} Simulator
 * @property {string} apiUrl stands in for Mercado Pago's API; no final slash
 * @property {string} phoneUrl the customer's phone, a page
 * @property {{ host: string, port: number }} printer the virtual ticket printer of 80 mm, raw TCP
 * @property {string} accessToken the practice account's
 * @property {string | null} businessName
 * @property {string} externalStoreId
 * @property {string} externalPosId
 */

/**
 * @param {ReturnType<typeof import('../programs/programs.mjs').createPrograms>} programs
 * @param {string} folder what it may write in
 * @returns {Promise<Simulator>}
 */
export async function startSimulator(programs, folder) {
  const main = join(out, 'simulator', 'main.js');
  const program = programs.start('simulator', process.execPath, [main, '--practice', folder]);
  const [line] = await program.waitFor(/^\{.*"ready":true.*\}$/m, readyWithinMs);
  return JSON.parse(line);
}
