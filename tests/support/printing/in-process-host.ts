import { hostCallSchema } from '../../../electron/printing/host-messages';
import type { PrinterEndpoint } from '../../../electron/printing/printer-client';
import { PrinterServer } from '../../../electron/printing/serve-printers';
import type { UsbPlaces } from '../../../electron/printing/usb-places';

/** The printing process's work in this process: the same messages, without the time that a process takes to start. */
export function inProcessHost(places?: UsbPlaces, forgottenMs?: number): PrinterEndpoint {
  const listeners: ((message: unknown) => void)[] = [];
  const server = new PrinterServer(
    (message) => {
      for (const listener of listeners) listener(structuredClone(message));
    },
    places,
    forgottenMs,
  );
  return {
    post: (message) => void server.serve(hostCallSchema.parse(structuredClone(message))),
    onMessage: (listener) => void listeners.push(listener),
    onExit: () => undefined,
    kill: () => undefined,
  };
}
