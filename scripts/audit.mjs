// Asks the registry for known vulnerabilities in whatever ships: the production dependencies, and Electron itself.
//   --outputFile.json=FILE   also writes how it ended, as Vitest's reporter would
import { writeFileSync } from 'node:fs';
import { readAudit } from './audit/read-audit.mjs';
import { npm } from './setup/npm.mjs';
import { runAsScript } from './setup/set-up-problem.mjs';
import { didNotRunCode } from './test/did-not-run.mjs';

const title = 'nothing that ships has a known vulnerability';
const reportFlag = '--outputFile.json=';
const reportFile = process.argv.find((argument) => argument.startsWith(reportFlag))?.slice(reportFlag.length);

/**
 * @param {'passed' | 'failed' | 'skipped'} status
 * @param {string} fullName
 */
function report(status, fullName) {
  if (reportFile === undefined) return;
  const ended = status === 'failed' ? 'failed' : 'passed';
  writeFileSync(
    reportFile,
    JSON.stringify({ testResults: [{ status: ended, assertionResults: [{ status, fullName }] }] }),
  );
}

/** @param {string[]} flags */
async function audit(...flags) {
  const { output } = await npm(['audit', '--json', '--loglevel=silent', ...flags]);
  return readAudit(output);
}

await runAsScript(async () => {
  const production = await audit('--omit=dev');
  const all = await audit();
  if (production.kind === 'notAnswered' || all.kind === 'notAnswered') {
    const reason = [production, all].flatMap((one) => (one.kind === 'notAnswered' ? [one.reason] : []))[0];
    const why = `${title} (the registry gave no advisories: ${reason})`;
    report('skipped', why);
    process.stdout.write(`Did not run here: ${why}\n`);
    return didNotRunCode;
  }
  // npm counts it among the tools, but every till runs it.
  const electron = all.advisories.filter(({ name }) => name === 'electron');
  const found = [...production.advisories, ...electron];
  for (const { name, severity, why } of found) process.stdout.write(`✗ ${name} (${severity}): ${why}\n`);
  report(found.length === 0 ? 'passed' : 'failed', title);
  if (found.length === 0) process.stdout.write(`✓ ${title}\n`);
  return found.length === 0 ? 0 : 1;
});
