import type { PrinterTrouble, Transport } from '../../shared/printer';
import { openFile } from './devices/open-file';
import { openNetwork } from './devices/open-network';
import { openUsb } from './devices/open-usb';
import { PrinterSession, type PrinterMemory } from './printer-session';
import type { PrinterTimings } from './printer-timings';

export type OpenedPrinter =
  { readonly ok: true; readonly session: PrinterSession } | { readonly ok: false; readonly trouble: PrinterTrouble };

/** Takes the printer for itself: until the session is closed nobody else can have it. */
export async function openPrinter(
  transport: Transport,
  memory: PrinterMemory,
  timings: PrinterTimings,
): Promise<OpenedPrinter> {
  const opened = await openDevice(transport, timings);
  return opened.ok ? { ok: true, session: new PrinterSession(opened.connection, memory, timings) } : opened;
}

function openDevice(transport: Transport, timings: PrinterTimings) {
  switch (transport.kind) {
    case 'usb':
      return openUsb(transport.path, timings);
    case 'network':
      return openNetwork(transport, timings);
    case 'file':
      return openFile(transport.path);
  }
}
