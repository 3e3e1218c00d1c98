import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptAt } from './script-at';

interface CaseResult {
  readonly title: string;
  readonly broken: string;
  readonly outcome: string;
  readonly ok: boolean;
}
const { createResults, tableOf, reportOf, reportOfNotRun } = (await import(scriptAt('usb/results.mjs'))) as {
  createResults: (onCase: (ended: object) => void) => {
    read: (line: string) => void;
    all: (whyNotAll: string) => CaseResult[];
  };
  tableOf: (results: readonly CaseResult[]) => string;
  reportOf: (results: readonly CaseResult[]) => string;
  reportOfNotRun: (why: string) => string;
};
const { readReport } = (await import(scriptAt('test/vitest-report.mjs'))) as {
  readReport: (file: string) => object | null;
};

const plan = JSON.stringify({
  planned: [
    { title: 'a ticket waits for paper', broken: 'no paper' },
    { title: 'a ticket waits for its cable', broken: 'cable out' },
  ],
});
const ended = JSON.stringify({ title: 'a ticket waits for paper', ok: true, outcome: 'printed once', seconds: 1 });

function resultsOf(...lines: string[]): CaseResult[] {
  const results = createResults(() => undefined);
  for (const line of lines) results.read(line);
  return results.all('it ended before');
}

describe('what the virtual machine tells', () => {
  it('is a table of what was broken and what came of it, with the sum in its last line', () => {
    const table = tableOf(resultsOf(plan, ended)).split('\n');
    expect(table).toContainEqual(expect.stringMatching(/^✓ {2}a ticket waits for paper +no paper +printed once$/));
    expect(table.at(-1)).toBe('1 passed, 1 failed');
  });

  it('counts a case that was planned and never ended as failed', () => {
    expect(resultsOf(plan, ended)[1]).toMatchObject({ ok: false, outcome: 'it ended before' });
  });

  it('counts a virtual machine that says nothing as failed', () => {
    expect(resultsOf()).toMatchObject([{ ok: false, outcome: 'it ended before' }]);
  });

  it('passes over what others print on the same cable', () => {
    expect(resultsOf('Linux version 6.1', plan, '42', 'null', ended)).toEqual(resultsOf(plan, ended));
  });

  it('is added up by the whole test run, as not run where there was none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'usb-results-'));
    const read = (text: string) => {
      writeFileSync(join(folder, 'report.json'), text);
      return readReport(join(folder, 'report.json'));
    };
    expect(read(reportOf(resultsOf(plan, ended)))).toMatchObject({ passed: 1, failed: 1, skipped: [] });
    expect(read(reportOfNotRun('no QEMU'))).toMatchObject({ passed: 0, failed: 0, skipped: ['no QEMU'] });
    rmSync(folder, { recursive: true });
  });
});
