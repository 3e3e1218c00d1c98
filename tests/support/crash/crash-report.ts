import type { Reporter, TestCase, TestModule } from 'vitest/node';
import './note-case';

interface Row {
  readonly what: string;
  readonly broken: string;
  readonly outcome: string;
}

/** Ends a run with a table: what was broken, how, and how it ended. */
export default class CrashReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const rows = tests.map(rowOf);
    const width = (column: keyof Row) => Math.max(...rows.map((row) => row[column].length));
    const line = ({ what, broken, outcome }: Row) =>
      [what.padEnd(width('what')), broken.padEnd(width('broken')), outcome].join('  ');
    const failed = tests.filter((test) => test.result().state !== 'passed').length;
    process.stdout.write(`\n${rows.map(line).join('\n')}\n\n${tests.length - failed} passed, ${failed} failed\n`);
  }
}

function rowOf(test: TestCase): Row {
  const { case: noted } = test.meta();
  const passed = test.result().state === 'passed';
  const outcome = noted?.outcome ?? '';
  return {
    what: noted?.what ?? test.name,
    broken: noted?.broken ?? '',
    outcome: passed ? outcome || 'as it must be' : `FAILED ${outcome}`.trim(),
  };
}
