import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Ends every database connection of this process that was closed. libsql ends one only when its statements are collected;
 * a test that plays several runs of the program in one process must not have the last run's connections still around.
 */
export async function letGo(): Promise<void> {
  setFlagsFromString('--expose-gc');
  // The flag puts `gc` into contexts that are made after it; Node's types don't know one there.
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await nextTurn();
  }
}
