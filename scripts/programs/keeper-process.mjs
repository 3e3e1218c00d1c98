// The other half of keeper.mjs. Reads `+<pid>` and `-<pid>`, one a line, and ends what is left when the input closes.
import { createInterface } from 'node:readline';

/** @type {Set<number>} */
const kept = new Set();

for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) kept.add(pid);
  else kept.delete(pid);
}

for (const pid of kept) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
