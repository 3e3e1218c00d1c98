import type { PrinterSettings, PrinterStatus, PrinterTrouble } from '../../shared/printer';

/** How it shows that nobody answers at its address any more. */
const away: readonly PrinterTrouble[] = ['notFound', 'offline', 'unplugged'];

/** Whether the printer in use may have another address in the network by now, and is worth looking for there. */
export function mayHaveMoved(printer: PrinterSettings | null, status: PrinterStatus): boolean {
  return printer?.transport.kind === 'network' && status.state === 'trouble' && away.includes(status.trouble);
}
