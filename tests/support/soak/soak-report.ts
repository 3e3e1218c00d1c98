import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { soakTable } from './soak-table';
import './note-sale';

/** A soak is long: how often it says how far it is, in tests. */
const WORD_EVERY = 50;

/** Says how far a soak is, and ends it with its table. */
export default class SoakReport implements Reporter {
  #startedAt = 0;
  #ended = 0;

  onTestCaseResult(): void {
    this.#ended += 1;
    if (this.#ended % WORD_EVERY > 0) return;
    process.stdout.write(`${this.#ended} sales, ${((Date.now() - this.#startedAt) / 1000).toFixed(0)} s\n`);
  }

  onTestRunStart(): void {
    this.#startedAt = Date.now();
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const seconds = (Date.now() - this.#startedAt) / 1000;
    const isRight = (test: TestCase) => test.result().state === 'passed';
    const text = soakTable({
      sales: tests.flatMap((test) => {
        const { sale } = test.meta();
        return sale ? [{ ...sale, isRight: isRight(test) }] : [];
      }),
      soak: tests.map((test) => test.meta().soak).find((each) => each !== undefined) ?? null,
      isRight: tests.length > 0 && tests.every(isRight),
      seconds,
    });
    process.stdout.write(`\n${text}\n`);
  }
}
