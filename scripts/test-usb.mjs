// Prints on a real kernel's USB printer device, in a virtual machine, and breaks what can break there.
//   --outputFile.json=FILE   also writes how each case ended, as Vitest's reporter would
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureDependencies } from './setup/dependencies.mjs';
import { out, root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { say } from './setup/say.mjs';
import { runAsScript, SetUpProblem } from './setup/set-up-problem.mjs';
import { didNotRunCode } from './test/did-not-run.mjs';
import { CannotRun } from './usb/cannot-run.mjs';
import { ensureQemu } from './usb/debian-packages.mjs';
import { makeInitramfs } from './usb/initramfs.mjs';
import { ensureKernel } from './usb/kernel.mjs';
import { createResults, reportOf, reportOfNotRun, tableOf } from './usb/results.mjs';
import { runVirtualMachine } from './usb/virtual-machine.mjs';

const limitMs = 15 * 60_000;
const folder = join(out, 'usb');
const reportFlag = '--outputFile.json=';
const reportFile = process.argv.find((argument) => argument.startsWith(reportFlag))?.slice(reportFlag.length);

/** @param {string} text */
function report(text) {
  if (reportFile === undefined) return;
  mkdirSync(dirname(reportFile), { recursive: true });
  writeFileSync(reportFile, text);
}

async function buildPrograms() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join('tests', 'usb', 'vite.config.ts');
  const built = await run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], { cwd: root });
  if (built.code !== 0) throw new SetUpProblem(`The programs could not be built. It said:\n${built.output.trim()}`);
  return join(folder, 'programs', 'main.js');
}

/** @returns {Promise<number>} */
async function main() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new CannotRun(`it needs Linux on x86-64, and this is ${process.platform} on ${process.arch}`);
  }
  const qemu = await ensureQemu();
  const kernel = await ensureKernel();
  await ensureDependencies();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const initramfs = await makeInitramfs(kernel, folder, [process.execPath, await buildPrograms()]);

  say(`Starting Linux ${kernel.release} in a virtual machine…`);
  const results = createResults(({ ok, title, seconds }) =>
    say(`${ok ? '✓' : '✗'} ${title} (${seconds.toFixed(1)} s)`),
  );
  const { inTime, lastWords } = await runVirtualMachine({
    ...{ qemu, kernel, initramfs, folder, limitMs },
    onLine: (line) => results.read(line),
  });
  const whyNotAll = inTime ? 'the virtual machine ended before' : `not within ${limitMs / 60_000} minutes`;
  const all = results.all(whyNotAll);
  if (all.some(({ outcome }) => outcome === whyNotAll)) say(`The virtual machine's last words:\n${lastWords}`);
  report(reportOf(all));
  process.stdout.write(`${tableOf(all)}\n`);
  return all.some(({ ok }) => !ok) ? 1 : 0;
}

await runAsScript(async () => {
  try {
    return await main();
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    report(reportOfNotRun(error.message));
    process.stdout.write(`Did not run here: ${error.message}\n`);
    return didNotRunCode;
  }
});
