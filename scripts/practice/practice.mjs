import { join } from 'node:path';
import { electronArguments } from '../setup/electron-arguments.mjs';
import { out, root } from '../setup/paths.mjs';
import { startPairedRelay } from './local-relay.mjs';
import { startSimulator } from './local-simulator.mjs';
import { writeProvisionFile } from './provision-file.mjs';

/**
 * @typedef {object} Practice
 * @property {import('./local-simulator.mjs').Simulator} simulator
 * @property {import('../programs/programs.mjs').Program} till ends when the person closes the till
 * @property {import('../programs/programs.mjs').Program} phone
 */

/**
 * Opens the till with everything around it simulated: Mercado Pago, the printer, the relay, the customer.
 *
 * @param {object} options
 * @param {import('../setup/electron.mjs').Electron} options.electron
 * @param {ReturnType<typeof import('../programs/programs.mjs').createPrograms>} options.programs
 * @param {string} options.folder an empty one; everything that practice mode writes goes there
 * @param {string[]} [options.extraArguments] for Electron
 * @param {NodeJS.ProcessEnv} [options.env] for Electron
 * @returns {Promise<Practice>}
 */
export async function startPractice({ electron, programs, folder, extraArguments = [], env = {} }) {
  const simulator = await startSimulator(programs, join(folder, 'simulator'));
  const pairing = await startPairedRelay(programs, join(folder, 'relay'), simulator.externalPosId);
  const provisionFile = writeProvisionFile(folder, simulator, pairing);

  const shared = [...electronArguments(), ...extraArguments];
  const till = programs.start('till', electron.executablePath, [...shared, root], {
    ...env,
    CAJAQR_PROVISION: provisionFile,
    CAJAQR_DATA_DIR: join(folder, 'till'),
  });
  const phoneWindow = join(out, 'simulator', 'shell.js');
  const phoneData = `--user-data-dir=${join(folder, 'phone')}`;
  const phone = programs.start(
    'phone',
    electron.executablePath,
    [...shared, phoneData, phoneWindow, simulator.phoneUrl],
    env,
  );
  return { simulator, till, phone };
}
