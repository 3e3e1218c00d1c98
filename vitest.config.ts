import { defineConfig } from 'vitest/config';

const project = (name: string, testTimeout: number) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout, hookTimeout: testTimeout },
});

/** Every test has its own till, relay and simulator; two tills at once starve each other on two cores. */
const onElectron = (name: string, testTimeout: number) => ({
  test: { ...project(name, testTimeout).test, fileParallelism: false },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 10_000),
      project('contract', 20_000),
      project('integration', 30_000),
      project('faults', 60_000),
      onElectron('e2e', 90_000),
      onElectron('crash', 120_000),
      onElectron('soak', 240_000),
    ],
  },
});
