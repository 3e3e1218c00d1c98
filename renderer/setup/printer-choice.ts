import type { FoundPrinter, PrinterSettings, Transport } from '../../shared/printer';

/** What the manager can point at: a printer that is known, one typed by its address, or none. */
export type PrinterPick = 'none' | 'network' | `known:${string}`;

export const defaultPort = '9100';

export const defaultSettings: Omit<PrinterSettings, 'transport'> = {
  columns: 48,
  codePage: 'PC858',
  cut: 'partial',
  drawerPin: null,
};

function transportKey(transport: Transport): string {
  return transport.kind === 'network' ? `${transport.host}:${transport.port}` : transport.path;
}

export function knownPick(transport: Transport): PrinterPick {
  return `known:${transportKey(transport)}`;
}

/** The printers to choose from: those found, and the one in use even if it is off at this moment. */
export function knownPrinters(found: readonly FoundPrinter[], inUse: Transport | null): readonly FoundPrinter[] {
  if (!inUse || found.some(({ transport }) => transportKey(transport) === transportKey(inUse))) return found;
  return [{ transport: inUse, label: transportKey(inUse), trouble: null }, ...found];
}

export function parsePort(typed: string): number | null {
  if (!/^\d{1,5}$/.test(typed.trim())) return null;
  const port = Number(typed);
  return port >= 1 && port <= 65_535 ? port : null;
}
