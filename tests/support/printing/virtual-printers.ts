import type { Transport } from '../../../shared/printer';
import { openPseudoTerminal } from '../../../simulator/printer/pseudo-terminal';
import { startVirtualPrinter, type VirtualPrinter } from '../../../simulator/printer/virtual-printer';
import { startVirtualUsbPrinter } from '../../../simulator/printer/virtual-usb-printer';

export interface PrinterUnderTest extends VirtualPrinter {
  transport(): Transport;
}

export interface PrinterKind {
  readonly name: string;
  /** Why this system can't have one; null when it can. */
  readonly impossible: string | null;
  readonly start: () => Promise<PrinterUnderTest>;
}

async function startNetworkPrinter(): Promise<PrinterUnderTest> {
  const printer = await startVirtualPrinter();
  const { host, port } = printer;
  return { ...printer, transport: () => ({ kind: 'network', host, port }) };
}

function startUsbPrinter(): Promise<PrinterUnderTest> {
  const printer = startVirtualUsbPrinter();
  return Promise.resolve({ ...printer, transport: () => ({ kind: 'usb', path: printer.path() }) });
}

function whyNoTerminals(): string | null {
  const opened = openPseudoTerminal();
  if (!opened.ok) return opened.reason;
  opened.terminal.close();
  return null;
}

/** The same tests run at every kind of cable. */
export const printerKinds: readonly PrinterKind[] = [
  { name: 'network printer', impossible: null, start: startNetworkPrinter },
  { name: 'printer at a device file', impossible: whyNoTerminals(), start: startUsbPrinter },
];
