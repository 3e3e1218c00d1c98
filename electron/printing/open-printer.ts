import type { Confirmation, PrinterTrouble, Transport } from '../../shared/printer';
import type { Opened } from './devices/connection';
import { openFile } from './devices/open-file';
import { openNetwork } from './devices/open-network';
import { openSystem } from './devices/open-system';
import { openUsb } from './devices/open-usb';
import { locateUsbPrinter } from './locate-usb-printer';
import { PrinterSession, type PrinterMemory } from './printer-session';
import type { PrinterTimings } from './printer-timings';
import type { UsbPlaces } from './usb-places';

export type OpenedPrinter =
  { readonly ok: true; readonly session: PrinterSession } | { readonly ok: false; readonly trouble: PrinterTrouble };

/** Takes the printer for itself: until the session is closed nobody else can have it. */
export async function openPrinter(
  transport: Transport,
  memory: PrinterMemory,
  timings: PrinterTimings,
  onConfirmation: (confirmation: Confirmation | null) => void,
  places: UsbPlaces,
): Promise<OpenedPrinter> {
  const opened = await openDevice(transport, timings, places);
  return opened.ok
    ? { ok: true, session: new PrinterSession(opened.connection, memory, timings, onConfirmation) }
    : opened;
}

async function openDevice(transport: Transport, timings: PrinterTimings, places: UsbPlaces): Promise<Opened> {
  switch (transport.kind) {
    case 'usb': {
      const path = await locateUsbPrinter(transport, places);
      return path === null ? { ok: false, trouble: 'notFound' } : openUsb(path, timings);
    }
    case 'network':
      return openNetwork(transport, timings);
    case 'system':
      return openSystem(transport.queue, timings);
    case 'file':
      return openFile(transport.path);
  }
}
