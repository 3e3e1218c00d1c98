import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { fieldFaults, type FaultId } from './field-faults';

type Outcome = 'ok' | 'FAILED' | 'NO TEST';

interface Line {
  readonly id: FaultId;
  readonly outcome: Outcome;
  readonly failures: readonly string[];
}

/** Whether only some of the tests were asked for: then the others are not missing. */
const isPartial = process.env.CAJAQR_FAULTS_PARTIAL === '1';

/** Ends a run with one line for each fault. A fault without a test that ran is a failure, not a silence. */
export default class FaultReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const ids = Object.keys(fieldFaults) as FaultId[];
    const lines = ids
      .map((id) =>
        lineOf(
          id,
          tests.filter((test) => test.fullName.startsWith(`${id} `)),
        ),
      )
      .filter(({ outcome }) => outcome !== 'NO TEST' || !isPartial);
    const failed = lines.filter(({ outcome }) => outcome !== 'ok').length;
    if (failed > 0) process.exitCode = 1;
    process.stdout.write(`\n${lines.map(print).join('\n')}\n\n${lines.length - failed} passed, ${failed} failed\n`);
  }
}

function lineOf(id: FaultId, tests: readonly TestCase[]): Line {
  const failures = tests.filter((test) => test.result().state === 'failed').map((test) => test.name);
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  if (failures.length > 0) return { id, outcome: 'FAILED', failures };
  // One that was skipped has shown nothing.
  return { id, outcome: passed > 0 && passed === tests.length ? 'ok' : 'NO TEST', failures };
}

function print({ id, outcome, failures }: Line): string {
  const { broken, outcome: expected } = fieldFaults[id];
  const line = `${id.padEnd(4)}${outcome.padEnd(8)}${broken} → ${expected}`;
  return [line, ...failures.map((title) => `              ✗ ${title}`)].join('\n');
}
