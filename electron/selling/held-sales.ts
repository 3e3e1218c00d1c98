import { isDeepStrictEqual } from 'node:util';
import { fail, ok, type Result } from '../../shared/errors';
import { MOST_HELD, type HeldSale } from '../../shared/held-sale';
import { draftTotal, type Draft } from '../../shared/sale';
import type { HeldSaleStore } from '../storage/held-sale-store';
import type { SettingsStore } from '../storage/settings-store';

export interface HeldSalesPorts {
  readonly store: HeldSaleStore;
  readonly drafts: Pick<SettingsStore, 'readDraft' | 'writeDraft'>;
  /** Writes the list and the draft as one: a sale is in exactly one of them, also after a power cut. */
  readonly together: <Value>(writes: () => Value) => Value;
  readonly publish: () => void;
  readonly now: () => Date;
}

/** Sales that wait: somebody forgot the milk, and the queue goes on. */
export class HeldSales {
  readonly #ports: HeldSalesPorts;

  constructor(ports: HeldSalesPorts) {
    this.#ports = ports;
  }

  list(): readonly HeldSale[] {
    return this.#ports.store.list();
  }

  count(): number {
    return this.#ports.store.count();
  }

  /** Asking twice is holding once. */
  hold(draft: Draft, name: string): Result<undefined> {
    const { store, drafts, together, publish } = this.#ports;
    if (draft.lines.length === 0) return fail({ code: 'saleEmpty' });
    if (store.has(draft.saleId)) {
      if (!this.#waitsAsItIs(draft)) return fail({ code: 'heldAlready' });
      if (drafts.readDraft()?.saleId === draft.saleId) drafts.writeDraft(null);
      return ok(undefined);
    }
    if (store.count() >= MOST_HELD) return fail({ code: 'tooManyHeld' });
    together(() => {
      this.#put(draft, name);
      drafts.writeDraft(null);
    });
    publish();
    return ok(undefined);
  }

  resume(saleId: string, current: Draft | null): Result<Draft> {
    const { store, drafts, together, publish } = this.#ports;
    const typed = current && current.lines.length > 0 ? current : null;
    const isWaiting = typed !== null && store.has(typed.saleId);
    // What is typed would be lost, or what waits would.
    if (isWaiting && !this.#waitsAsItIs(typed)) return fail({ code: 'heldAlready' });
    const resumed = together(() => {
      const draft = store.take(saleId);
      if (!draft) return null;
      // One out and one in: the list is never longer than it was.
      if (typed && !isWaiting) this.#put(typed, '');
      drafts.writeDraft(draft);
      return draft;
    });
    if (!resumed) return fail({ code: 'nothingToDo' });
    publish();
    return ok(resumed);
  }

  /** @param alsoWrite is on disk with it, or neither is */
  discard(saleId: string, alsoWrite: (sale: HeldSale) => void): Result<undefined> {
    const { store, together, publish } = this.#ports;
    const discarded = together(() => {
      const sale = store.list().find((each) => each.saleId === saleId);
      if (!sale || !store.drop(saleId)) return false;
      alsoWrite(sale);
      return true;
    });
    if (!discarded) return fail({ code: 'nothingToDo' });
    publish();
    return ok(undefined);
  }

  #waitsAsItIs(draft: Draft): boolean {
    // As it was stored: what is undefined is not there.
    return isDeepStrictEqual(this.#ports.store.find(draft.saleId), JSON.parse(JSON.stringify(draft)));
  }

  #put(draft: Draft, name: string): void {
    const { saleId, lines } = draft;
    const heldAt = this.#ports.now().toISOString();
    this.#ports.store.add({ saleId, name, heldAt, total: draftTotal(draft), lines: lines.length }, draft);
  }
}
