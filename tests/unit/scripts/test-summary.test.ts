import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scriptAt } from './script-at';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
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
    { name: 'types', passed: 1, failed: 0, failures: [], skipped: [], seconds: 20.04 },
    { name: 'e2e', passed: 11, failed: 2, failures: ['sells: no'], skipped: ['prints on USB'], seconds: 61.5 },
  ];

  it('adds every stage up in its last line', () => {
    expect(summarise(results, 90).split('\n').at(-1)).toBe('12 passed, 2 failed');
  });

  it('names each test that did not run, with its stage', () => {
    expect(summarise(results, 90)).toContain('Did not run here:\n  e2e: prints on USB');
  });

  it('names each failure again, below everything else that was printed', () => {
    expect(summarise(results, 90)).toContain('Failed:\n  e2e: sells: no\n');
    expect(summarise(results.slice(0, 1), 90)).not.toContain('Failed');
  });

  it('shows a stage in which nothing ran as that, and not as one without failures', () => {
    const nowhere = ['there is no virtual machine'];
    const usb = { name: 'usb', passed: 0, failed: 0, failures: [], skipped: nowhere, seconds: 0.4 };
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
      failures: ['a test that failed'],
      skipped: ['a test that skipped', 'a test that todo'],
    });
  });

  it('counts a file that does not load as a failure', () => {
    expect(read(JSON.stringify({ testResults: [file('failed'), file('passed', 'passed')] }))).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it('gives the beginning of each reason, without colours and in one line', () => {
    const failing = {
      status: 'failed',
      fullName: 'sells',
      failureMessages: [`\u001b[31mError:\u001b[39m no\n    at x`],
    };
    const testResults = [
      { status: 'failed', assertionResults: [failing] },
      { name: 'a.test.ts', message: 'no such module', status: 'failed', assertionResults: [] },
    ];
    expect(read(JSON.stringify({ testResults }))?.failures).toEqual([
      'sells: Error: no at x',
      'a.test.ts: no such module',
    ]);
  });

  it('gives nothing where Vitest wrote nothing', () => {
    expect(readReport(join(folder, 'missing.json'))).toBeNull();
    expect(read('{"testRes')).toBeNull();
  });
});
