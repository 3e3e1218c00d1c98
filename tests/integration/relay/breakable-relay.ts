import { z } from 'zod';
import { readConfig } from '../../../relay/config';
import { startRelay } from '../../../relay/start-relay';

const optionsSchema = z.object({
  /** Dies like this after so many commits with news, before any of them is answered. */
  dieAfterCommits: z.int().optional(),
  /** How wrong this computer's clock is. */
  clockOffsetMs: z.number().default(0),
  heartbeatMs: z.number().optional(),
  mostHooksInFlight: z.int().optional(),
});
export type BreakableOptions = z.input<typeof optionsSchema>;

/** The relay as a process, with what its environment does not decide. Nothing happens where this is only imported. */
if (process.env.TEST_RELAY !== undefined) await main(optionsSchema.parse(JSON.parse(process.env.TEST_RELAY)));

async function main({ dieAfterCommits, clockOffsetMs, ...options }: z.infer<typeof optionsSchema>): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const relay = await startRelay({
    ...read.config,
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    now: () => Date.now() + clockOffsetMs,
    logStream: process.stdout,
  });
  process.on('SIGTERM', () => {
    void relay.close();
  });
  if (dieAfterCommits === undefined) return;
  let commits = 0;
  relay.store.onAppended(() => {
    commits += 1;
    if (commits === dieAfterCommits) process.kill(process.pid, 'SIGKILL');
  });
}
