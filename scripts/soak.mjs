// Sells on a real till for a day in which chance breaks things, and counts every cent, order and paper afterwards.
//   --sales N   how many (500)    --seed S   chance as it was in another run    --only I   one sale of it alone
// Other arguments go to Vitest.
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { say } from './setup/say.mjs';
import { runAsScript, SetUpProblem } from './setup/set-up-problem.mjs';
import { buildCrashHook } from './test/crash-hook.mjs';
import { runOnElectron } from './test/on-electron.mjs';

const defaultSales = 500;
const seeds = 2 ** 31;

/**
 * Takes a number out of the arguments.
 *
 * @param {string[]} args
 * @param {string} flag
 */
function takeNumber(args, flag) {
  const at = args.indexOf(flag);
  if (at < 0) return null;
  const [, text = ''] = args.splice(at, 2);
  if (!/^\d{1,10}$/.test(text)) throw new SetUpProblem(`${flag} wants a whole number.`);
  return Number(text);
}

await runAsScript(() => {
  const given = process.argv.slice(2);
  const seed = takeNumber(given, '--seed') ?? randomInt(seeds);
  const only = takeNumber(given, '--only');
  const sales = takeNumber(given, '--sales') ?? (only === null ? defaultSales : only + 1);
  say(`Soak: seed ${seed}. The same again: npm run soak -- --seed ${seed} --sales ${sales}`);
  const table = `--reporter=${join(root, 'tests', 'support', 'soak', 'soak-report.ts')}`;
  const reporters = given.some((argument) => argument.startsWith('--reporter')) ? [] : ['--reporter=default'];
  return runOnElectron('soak', [...reporters, table, ...given], async () => ({
    ...(await buildCrashHook()),
    CAJAQR_SOAK: JSON.stringify({ seed, sales, only }),
  }));
});
