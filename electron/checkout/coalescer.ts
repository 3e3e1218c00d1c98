/** Runs one piece of work per key at a time; asks that arrive meanwhile are answered together by one more run. */
export class Coalescer {
  readonly #running = new Map<string, Promise<boolean>>();
  readonly #again = new Set<string>();

  /** Resolves with what the last run said: whether the work was done. */
  run(key: string, work: () => Promise<boolean>): Promise<boolean> {
    const underWay = this.#running.get(key);
    if (underWay) {
      this.#again.add(key);
      return underWay;
    }
    const done = this.#repeat(key, work).finally(() => this.#running.delete(key));
    this.#running.set(key, done);
    return done;
  }

  /** Resolves when nothing of this key runs, with what the last run said; true when nothing did. */
  settled(key: string): Promise<boolean> {
    return this.#running.get(key) ?? Promise.resolve(true);
  }

  async #repeat(key: string, work: () => Promise<boolean>): Promise<boolean> {
    let done: boolean;
    do {
      this.#again.delete(key);
      done = await work();
    } while (this.#again.has(key));
    return done;
  }
}
