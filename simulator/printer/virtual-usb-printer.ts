import { readSync, writeSync } from 'node:fs';
import { PaperTray } from './paper-tray';
import { PrinterModel } from './printer-model';
import { openPseudoTerminal, type PseudoTerminal } from './pseudo-terminal';
import type { VirtualPrinter, VirtualPrinterOptions } from './virtual-printer';

export interface VirtualUsbPrinter extends VirtualPrinter {
  /** The device file to print to. It may be another one after `plugIn`. */
  path(): string;
}

const POLL_MS = 2;

/**
 * A printer at a character device. What it does not show of a real `usblp`: a second opener is let in, and the kernel's
 * own buffer is a few kilobytes that are accepted without asking the printer.
 * @throws when this system has no pseudo terminals; `openPseudoTerminal` tells beforehand.
 */
export function startVirtualUsbPrinter(
  options: Pick<VirtualPrinterOptions, 'dir' | 'columns'> = {},
): VirtualUsbPrinter {
  const { columns = 48, dir = null } = options;
  const tray = new PaperTray(columns, dir);
  const incoming = Buffer.alloc(1024);
  let terminal: PseudoTerminal | null = null;
  let timer: NodeJS.Timeout | null = null;
  let path = '';

  const model = new PrinterModel({
    columns,
    answer: (bytes) => {
      if (terminal) writeSync(terminal.fd, bytes);
    },
    onCut: (paper) => tray.add(paper),
    onUnplug: () => unplug(),
  });

  function read(): void {
    while (terminal && model.hasRoom) {
      const count = readSome(terminal.fd);
      if (count === 0) return;
      model.receive(Uint8Array.from(incoming.subarray(0, count)));
    }
  }

  function readSome(fd: number): number {
    try {
      return readSync(fd, incoming, 0, incoming.length, null);
    } catch {
      return 0;
    }
  }

  function unplug(): void {
    if (timer) clearInterval(timer);
    timer = null;
    terminal?.close();
    terminal = null;
    model.restart();
  }

  function plugIn(): void {
    const opened = openPseudoTerminal();
    if (!opened.ok) throw new Error(opened.reason);
    terminal = opened.terminal;
    path = opened.terminal.path;
    timer = setInterval(read, POLL_MS);
  }

  plugIn();
  return {
    path: () => path,
    papers: () => tray.papers,
    unfinished: () => model.unfinished,
    drawerKicks: () => model.drawerKicks,
    bytesReceived: () => model.bytesReceived,
    faults: model.faults,
    unplug: () => {
      unplug();
      return Promise.resolve();
    },
    plugIn: () => {
      plugIn();
      return Promise.resolve();
    },
    onPaper: (listener) => tray.onPaper(listener),
    drawn: () => tray.drawn(),
    close: async () => {
      unplug();
      model.stop();
      await tray.drawn();
    },
  };
}
