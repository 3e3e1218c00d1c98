/** What of the ticket tells whether an entry came onto it, and which line a key is for. */
export interface TicketNow {
  readonly draft: unknown;
  readonly selectedId: string | null;
}

export interface EntryQueue {
  /** Looks it up after what was entered before it. Rejects as `work` does; what comes after it goes on. */
  enter<Value>(work: () => Promise<Value>): Promise<Value>;
  /**
   * Does what a key says to the line it was meant for: what was scanned just before, once that is on the ticket. Not at all
   * when it did not come onto it: the line before it is another product. At once (`waited` is false) while nothing is on its
   * way, or when a person has chosen a line meanwhile.
   */
  onTicket(act: (waited: boolean) => void): void;
  /** Resolves when everything entered so far is looked up: whether the newest, if it had to be waited for, is on the ticket. */
  settled(): Promise<boolean>;
}

/** Entries one after another: none is lost while one is looked up, and the keys between them stay between them. */
export function createEntryQueue(ticket: () => TicketNow): EntryQueue {
  let last = Promise.resolve(true);
  let underWay = 0;
  let selectedBefore: string | null = null;
  return {
    enter: (work) => {
      if (underWay === 0) selectedBefore = ticket().selectedId;
      underWay += 1;
      const worked = last.then(async () => {
        const { draft } = ticket();
        const value = await work();
        return { value, landed: ticket().draft !== draft };
      });
      last = worked
        .then(
          ({ landed }) => landed,
          () => false,
        )
        .finally(() => {
          underWay -= 1;
          selectedBefore = ticket().selectedId;
        });
      return worked.then(({ value }) => value);
    },
    onTicket: (act) => {
      if (underWay === 0 || ticket().selectedId !== selectedBefore) act(false);
      else
        void last.then((landed) => {
          if (landed) act(true);
        });
    },
    settled: () => (underWay === 0 ? Promise.resolve(true) : last),
  };
}
