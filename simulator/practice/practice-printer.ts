import { readFile } from 'node:fs/promises';

import type { PhonePaper, PrinterSwitches } from '../phone/phone-state';
import type { VirtualPrinter } from '../printer/virtual-printer';

/** The virtual printer as the phone page sees it: three switches and the paper that came out. */
export interface PracticePrinter {
  readonly switches: () => PrinterSwitches;
  readonly set: (changes: { readonly [Name in keyof PrinterSwitches]?: boolean | undefined }) => Promise<void>;
  readonly papers: () => readonly PhonePaper[];
  /** The PNG of a paper, or undefined when there is none of that number. */
  readonly picture: (number: number) => Promise<Buffer | undefined>;
}

export function createPracticePrinter(printer: VirtualPrinter): PracticePrinter {
  let unplugged = false;
  return {
    switches: () => ({ paperOut: printer.faults.paperOut, coverOpen: printer.faults.coverOpen, unplugged }),
    set: async (changes) => {
      printer.faults.paperOut = changes.paperOut ?? printer.faults.paperOut;
      printer.faults.coverOpen = changes.coverOpen ?? printer.faults.coverOpen;
      if (changes.unplugged === undefined || changes.unplugged === unplugged) return;
      unplugged = changes.unplugged;
      await (unplugged ? printer.unplug() : printer.plugIn());
    },
    papers: () =>
      printer.papers().map(({ number, lines, problems }) => ({
        number,
        lines,
        problems,
        picture: `/_simulator/papers/${String(number)}.png`,
      })),
    picture: async (number) => {
      await printer.drawn();
      const path = printer.papers().find((paper) => paper.number === number)?.picture;
      return path === undefined || path === null ? undefined : readFile(path);
    },
  };
}
