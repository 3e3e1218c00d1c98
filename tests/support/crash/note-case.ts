import type { RunnerTestCase } from 'vitest';

/** One row of the table at the end. */
export interface NotedCase {
  readonly what: string;
  readonly broken: string;
  readonly outcome: string;
}

declare module 'vitest' {
  interface TaskMeta {
    case?: NotedCase;
  }
}

/** Tells the table what was broken and how it ended; whether that was right is the test's own verdict. */
export function noteCase(task: RunnerTestCase, noted: NotedCase): void {
  task.meta.case = noted;
}
