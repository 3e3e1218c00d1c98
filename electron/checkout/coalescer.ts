/** Runs one piece of work per key at a time; asks that arrive meanwhile are answered together by one more run. */
export class Coalescer {
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();

  run(key: string, work: () => Promise<void>): Promise<void> {
    const underWay = this.#running.get(key);
    if (underWay) {
      this.#again.add(key);
      return underWay;
    }
    const done = this.#repeat(key, work).finally(() => this.#running.delete(key));
    this.#running.set(key, done);
    return done;
  }

  /** Resolves when nothing of this key runs. */
  settled(key: string): Promise<void> {
    return this.#running.get(key) ?? Promise.resolve();
  }

  async #repeat(key: string, work: () => Promise<void>): Promise<void> {
    do {
      this.#again.delete(key);
      await work();
    } while (this.#again.has(key));
  }
}
