import { z } from 'zod';

const listSchema = z.preprocess((text) => JSON.parse(String(text)) as unknown, z.array(z.string()));

/** Chosen by scripts/bench.mjs, which shares the first two with the end-to-end tests. */
const variablesSchema = z.object({
  CAJAQR_E2E_EXECUTABLE: z.string(),
  CAJAQR_E2E_ARGUMENTS: listSchema,
  CAJAQR_BENCH_SWITCHES: listSchema,
  CAJAQR_BENCH_ELECTRON: z.string(),
});

export interface ElectronUnderTest {
  readonly executable: string;
  readonly version: string;
  /** Those without which no Electron runs here. */
  readonly switches: readonly string[];
  /** The same switches and the till. */
  readonly tillArguments: readonly string[];
}

/** @throws when the benches were not started by their script. */
export function electronUnderTest(): ElectronUnderTest {
  const given = variablesSchema.parse(process.env, { error: () => 'start the benches with: npm run bench' });
  return {
    executable: given.CAJAQR_E2E_EXECUTABLE,
    version: given.CAJAQR_BENCH_ELECTRON,
    switches: given.CAJAQR_BENCH_SWITCHES,
    tillArguments: given.CAJAQR_E2E_ARGUMENTS,
  };
}
