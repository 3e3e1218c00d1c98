import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../../scripts/test-usb.mjs', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-usb-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('tells why there is no virtual machine here, and counts as neither passed nor failed', () => {
  const report = join(folder, 'new', 'report.json');
  const { status, stdout } = spawnSync(process.execPath, [script, `--outputFile.json=${report}`], {
    encoding: 'utf8',
    // No program can be found, so there is no QEMU and no way to get it.
    env: { PATH: folder, HOME: folder },
  });
  expect(stdout).toMatch(/^Did not run here: .+\n$/);
  expect(status).toBe(77);
  const why = stdout.slice('Did not run here: '.length).trim();
  expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual({
    testResults: [{ status: 'passed', assertionResults: [{ fullName: why, status: 'skipped' }] }],
  });
});
