import { defineConfig } from 'vitest/config';

const project = (name: string, testTimeout: number) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout, hookTimeout: testTimeout },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 10_000),
      project('contract', 20_000),
      project('integration', 30_000),
      project('faults', 60_000),
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // Every test has its own till, relay and simulator; two tills at once starve each other on two cores.
          fileParallelism: false,
        },
      },
    ],
  },
});
