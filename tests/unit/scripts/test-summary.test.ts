import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scriptAt } from './script-at';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}
const { readReport } = (await import(scriptAt('test/vitest-report.mjs'))) as {
  readReport: (file: string) => Counts | null;
};
const { summarise } = (await import(scriptAt('test/summary.mjs'))) as {
  summarise: (results: readonly (Counts & { name: string; seconds: number })[], totalSeconds: number) => string;
};

describe('the end of a test run', () => {
  const results = [
    { name: 'types', passed: 1, failed: 0, skipped: [], seconds: 20.04 },
    { name: 'e2e', passed: 11, failed: 2, skipped: ['prints on USB'], seconds: 61.5 },
  ];

  it('adds every stage up in its last line', () => {
    expect(summarise(results, 90).split('\n').at(-1)).toBe('12 passed, 2 failed');
  });

  it('names each test that did not run, with its stage', () => {
    expect(summarise(results, 90)).toContain('Did not run here:\n  e2e: prints on USB');
  });

  it('shows a stage in which nothing ran as that, and not as one without failures', () => {
    const usb = { name: 'usb', passed: 0, failed: 0, skipped: ['there is no virtual machine'], seconds: 0.4 };
    const rows = summarise([...results, usb], 90).split('\n');
    expect(rows.find((row) => row.startsWith('usb'))).toMatch(/^usb +did not +run +0\.4$/);
    expect(rows).toContain('  usb: there is no virtual machine');
    expect(rows.at(-1)).toBe('12 passed, 2 failed');
  });

  it('says nothing of tests that did not run when all ran', () => {
    expect(summarise(results.slice(0, 1), 90)).not.toContain('Did not run');
  });
});

describe('reading what Vitest counted', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const read = (text: string) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, text);
    return readReport(file);
  };
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one, fullName: `a test that ${one}` })),
  });

  it('counts tests by how they ended and names those that did not run', () => {
    const testResults = [file('failed', 'passed', 'failed'), file('passed', 'passed', 'skipped', 'todo')];
    expect(read(JSON.stringify({ testResults }))).toEqual({
      passed: 2,
      failed: 1,
      skipped: ['a test that skipped', 'a test that todo'],
    });
  });

  it('counts a file that does not load as a failure', () => {
    expect(read(JSON.stringify({ testResults: [file('failed'), file('passed', 'passed')] }))).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it('gives nothing where Vitest wrote nothing', () => {
    expect(readReport(join(folder, 'missing.json'))).toBeNull();
    expect(read('{"testRes')).toBeNull();
  });
});
