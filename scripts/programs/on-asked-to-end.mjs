import { setInterval } from 'node:timers';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const lookEveryMs = 500;

/**
 * Ends this process in order when a person or another program wants it gone: by a signal, or because what started it
 * (npm passes few signals on) is no longer there.
 *
 * @param {() => Promise<void>} end what has to be done before
 */
export function onAskedToEnd(end) {
  let ending = false;
  const endOnce = () => {
    if (ending) return;
    ending = true;
    void end().finally(() => process.exit(130));
  };
  for (const signal of signals) process.on(signal, endOnce);

  // A process whose parent has gone gets another parent, except on Windows.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) endOnce();
  }, lookEveryMs).unref();
}
