import type { FoundPrinter, Transport } from '../../shared/printer';
import type { PrinterSearch } from '../../shared/printer-search';
import { addressOf } from './address-of';
import type { MeetTimings } from './meet-printer';
import { searchNetwork } from './search-network';

export interface PrinterSearchPorts {
  /** The addresses to ask. */
  readonly hosts: () => readonly string[];
  /** The printer of this till. It is shown where it is among the addresses, and not asked: it may be printing a ticket. */
  readonly inUse?: () => Transport | null;
  readonly publish: () => void;
  readonly log: (event: string, facts: Readonly<Record<string, unknown>>) => void;
  readonly port?: number;
  readonly officePort?: number;
  readonly withinMs?: number;
  readonly atOnce?: number;
  readonly timings?: MeetTimings;
}

const usualTimings: MeetTimings = { openMs: 500, answerMs: 400 };
/** A window is told so many times at most: each time it gets everything that it shows. */
const STEPS_TOLD = 20;
const TOO_LONG = 'too long';

/** Looks for printers in the store's network while somebody waits for it, and never by itself. */
export class PrinterSearchDesk {
  readonly #ports: PrinterSearchPorts;
  #search: PrinterSearch = { state: 'idle' };
  #stop: AbortController | null = null;
  #closed = false;

  constructor(ports: PrinterSearchPorts) {
    this.#ports = ports;
  }

  snapshot(): PrinterSearch {
    return this.#search;
  }

  /** Begins a search, unless one is under way. */
  start(): void {
    if (this.#stop || this.#closed) return;
    const hosts = this.#ports.hosts();
    if (hosts.length === 0) {
      this.#tell({ state: 'ended', how: 'noNetwork', asked: 0, of: 0, found: [] });
      return;
    }
    this.#tell({ state: 'searching', asked: 0, of: hosts.length, found: [] });
    void this.#run(hosts);
  }

  /** What was found so far stays. */
  stop(): void {
    this.#stop?.abort();
  }

  close(): void {
    this.#closed = true;
    this.stop();
  }

  async #run(hosts: readonly string[]): Promise<void> {
    const { port = 9100, officePort, withinMs = 10_000, atOnce = 64, timings = usualTimings, log } = this.#ports;
    const stop = new AbortController();
    this.#stop = stop;
    const found: FoundPrinter[] = [];
    let asked = 0;
    const timer = setTimeout(() => stop.abort(TOO_LONG), withinMs);
    const onAsked = (printer: FoundPrinter | null) => {
      asked += 1;
      if (printer) found.push(printer);
      const step = Math.ceil(hosts.length / STEPS_TOLD);
      if (printer !== null || asked % step === 0) {
        this.#tell({ state: 'searching', asked, of: hosts.length, found: inOrder(found) });
      }
    };
    const { inUse, rest } = await this.#setApart(hosts);
    for (const own of inUse) onAsked(own);
    const office = officePort === undefined ? {} : { officePort };
    await searchNetwork({ hosts: rest, port, atOnce, timings, signal: stop.signal, onAsked, ...office });
    clearTimeout(timer);
    this.#stop = null;
    const how =
      !stop.signal.aborted || asked === hosts.length
        ? 'complete'
        : stop.signal.reason === TOO_LONG
          ? 'tooLong'
          : 'stopped';
    log('printing.searched', { how, asked, of: hosts.length, found: found.length });
    this.#tell({ state: 'ended', how, asked, of: hosts.length, found: inOrder(found) });
  }

  async #setApart(hosts: readonly string[]) {
    const transport = this.#ports.inUse?.() ?? null;
    if (transport?.kind !== 'network') return { inUse: [], rest: hosts };
    const address = await addressOf(transport.host);
    const inUse: readonly FoundPrinter[] = hosts.includes(address)
      ? [{ transport, label: transport.host, trouble: null, certain: true, target: null }]
      : [];
    return { inUse, rest: hosts.filter((host) => host !== address) };
  }

  #tell(search: PrinterSearch): void {
    this.#search = search;
    if (!this.#closed) this.#ports.publish();
  }
}

/** Those that are printers first. */
function inOrder(found: readonly FoundPrinter[]): FoundPrinter[] {
  return [...found].sort(
    (one, other) => Number(other.certain) - Number(one.certain) || compare(one.label, other.label),
  );
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
