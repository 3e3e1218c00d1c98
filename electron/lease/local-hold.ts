import { createMutex } from '../checkout/mutex';
import { takeLocalRegisterLock, type LocalRegisterLock } from './local-register-lock';

/** Keeps the caja from every other till on this computer: another system user's, or one with another data folder. */
export class LocalHold {
  readonly #inTurn = createMutex();
  readonly #fault: (error: unknown) => void;
  #key: string | null = null;
  #lock: LocalRegisterLock | null = null;
  #elsewhere = false;

  /** @param fault told when the system offers no such lock: then there is only the relay's lease. */
  constructor(fault: (error: unknown) => void) {
    this.#fault = fault;
  }

  /** Another till here had the caja when it was last asked for. */
  get elsewhere(): boolean {
    return this.#elsewhere;
  }

  /** Which caja from now on; null is none. */
  choose(key: string | null): void {
    void this.#inTurn(async () => {
      if (key === this.#key) return;
      this.#letGo();
      this.#key = key;
      await this.#take();
    });
  }

  /** Asks again while another till has it. Resolves when the answer is known. */
  ask(): Promise<void> {
    return this.#inTurn(() => this.#take());
  }

  close(): Promise<void> {
    return this.#inTurn(() => {
      this.#letGo();
      this.#key = null;
      return Promise.resolve();
    });
  }

  async #take(): Promise<void> {
    if (this.#key === null || this.#lock) return;
    try {
      this.#lock = await takeLocalRegisterLock(this.#key);
      this.#elsewhere = this.#lock === null;
    } catch (error) {
      this.#elsewhere = false;
      this.#fault(error);
    }
  }

  #letGo(): void {
    this.#lock?.release();
    this.#lock = null;
    this.#elsewhere = false;
  }
}
