/** Runs one function at a time, in the order asked. */
export type Mutex = <Value>(work: () => Promise<Value>) => Promise<Value>;

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
