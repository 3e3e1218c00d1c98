import { setMaxListeners } from 'node:events';
import type { FoundPrinter } from '../../shared/printer';
import { meetPrinter, type MeetTimings } from './meet-printer';

export interface NetworkSearch {
  readonly hosts: readonly string[];
  readonly port: number;
  /** Addresses that are asked at the same time. */
  readonly atOnce: number;
  readonly timings: MeetTimings;
  readonly signal: AbortSignal;
  readonly officePort?: number;
  /** After each address. */
  readonly onAsked: (found: FoundPrinter | null) => void;
}

/** Asks each address once whether a printer is there. Ends early when the signal says so. Never throws. */
export async function searchNetwork(search: NetworkSearch): Promise<void> {
  const { hosts, port, atOnce, timings, signal, officePort, onAsked } = search;
  const left = hosts.values();
  // One listener for each address that is being asked: Node warns of a leak from eleven on.
  setMaxListeners(atOnce, signal);
  const isOver = () => signal.aborted;
  // All take from the same list, so one slow address holds nobody up.
  async function askOn(): Promise<void> {
    for (const host of left) {
      if (isOver()) return;
      const met = await meetPrinter({ host, port }, timings, signal, officePort);
      if (isOver() && met === null) return;
      const transport = { kind: 'network', host, port } as const;
      onAsked(met && { transport, label: met.name ?? host, trouble: null, certain: met.certain, target: null });
    }
  }
  await Promise.all(Array.from({ length: atOnce }, askOn));
}
