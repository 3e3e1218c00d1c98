import { cursorOf, cursorSchema, splitCursor } from '../../shared/relay-protocol';
import type { Cursor, Gap, RelayEvent } from '../../shared/relay-protocol';

/** What the caller does with what the relay says. */
export interface RelayListenerPorts {
  /** Keeps the event together with the cursor, in one transaction. It is asked for again when this fails. */
  readonly onEvent: (event: RelayEvent, cursor: Cursor) => Promise<void>;
  /**
   * Something may have been missed: look at every open order, then keep the cursor. Also called once for a till that
   * has no cursor yet, with an empty `from`.
   */
  readonly onGap: (gap: Gap, cursor: Cursor) => Promise<void>;
}

/** The caller's own failure, apart from the network's. */
export class NotApplied extends Error {}

/** Follows the till's place in the relay's log. Never moves it before the caller has kept what comes before. */
export class RelayListener {
  readonly #ports: RelayListenerPorts;
  #cursor: Cursor | null;

  constructor(ports: RelayListenerPorts, cursor: Cursor | null) {
    this.#ports = ports;
    this.#cursor = cursor;
  }

  get cursor(): Cursor | null {
    return this.#cursor;
  }

  /** The head of the log, which is where a till without a cursor begins. */
  async begin(epoch: string, head: number, oldest: number): Promise<void> {
    if (this.#cursor === null) await this.gap({ from: '', oldest, epoch, after: head });
  }

  async gap(gap: Gap): Promise<void> {
    const cursor = cursorOf(gap.epoch, gap.after);
    await applied(this.#ports.onGap(gap, cursor));
    this.#cursor = cursor;
  }

  async event(epoch: string, event: RelayEvent): Promise<void> {
    const known = this.#cursor === null ? null : splitCursor(this.#cursor);
    if (known?.epoch === epoch && event.seq <= known.seq) return;
    const cursor = cursorOf(epoch, event.seq);
    await applied(this.#ports.onEvent(event, cursor));
    this.#cursor = cursor;
  }

  /** An event that cannot be read, perhaps of a newer relay: all that is known is that something happened. */
  async unreadable(id: string | undefined): Promise<void> {
    const parsed = cursorSchema.safeParse(id);
    if (!parsed.success) return;
    const { epoch, seq } = splitCursor(parsed.data);
    await this.gap({ from: this.#cursor ?? '', oldest: 0, epoch, after: seq });
  }
}

async function applied(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (cause) {
    throw new NotApplied('what the relay said could not be kept', { cause });
  }
}
