import { placeOf, type FoundPrinter, type PrinterSettings, type Transport } from '../../shared/printer';

/** What the manager can point at: a printer that is known, one typed by its address, or none. */
export type PrinterPick = 'none' | 'network' | `known:${string}`;

/** A printer to choose. */
export interface KnownPrinter extends FoundPrinter {
  readonly inUse: boolean;
  /** The name of the same printer in the list, which is reached another way. */
  readonly sameAs: string | null;
}

export const defaultPort = '9100';

export const defaultSettings: Omit<PrinterSettings, 'transport'> = {
  columns: 48,
  codePage: 'PC858',
  cut: 'partial',
  drawerPin: null,
};

export function knownPick(transport: Transport): PrinterPick {
  return `known:${transport.kind} ${placeOf(transport)}`;
}

/** Found printers as they are shown: the one that comes `first`, what somebody has just looked for, and the rest. */
export function inOrder(
  first: Transport | null,
  searched: readonly FoundPrinter[],
  here: readonly FoundPrinter[],
): readonly FoundPrinter[] {
  const isFirst = ({ transport }: FoundPrinter) => first !== null && knownPick(transport) === knownPick(first);
  const found = [...searched, ...here];
  return [...found.filter(isFirst), ...found.filter((printer) => !isFirst(printer))];
}

/**
 * The printers to choose from: those found, and the one in use even if it is off at this moment. One that was found directly and
 * in the system too is shown once, the direct way, because only there can it be asked for its paper. If that way is barred,
 * both are shown.
 */
export function knownPrinters(found: readonly FoundPrinter[], inUse: Transport | null): readonly KnownPrinter[] {
  const isInUse = ({ transport }: FoundPrinter) => inUse !== null && knownPick(transport) === knownPick(inUse);
  const absent: readonly FoundPrinter[] =
    inUse && !found.some(isInUse)
      ? [{ transport: inUse, label: placeOf(inUse), trouble: null, certain: true, target: null }]
      : [];
  return [...absent, ...found].flatMap((printer) => {
    const direct = found.find((other) => isSame(printer, other));
    if (direct?.certain === true && direct.trouble === null && !isInUse(printer)) return [];
    return [{ ...printer, inUse: isInUse(printer), sameAs: direct?.label ?? null }];
  });
}

/** Whether a queue of the system leads to that other printer. */
function isSame({ target }: FoundPrinter, { transport, label }: FoundPrinter): boolean {
  if (target?.kind === 'network' && transport.kind === 'network') {
    return target.host === transport.host && target.port === transport.port;
  }
  if (target?.kind !== 'usb' || transport.kind !== 'usb') return false;
  const serial = transport.identity?.serial ?? null;
  // Twins have the same name; only a number can tell them apart.
  return (
    target.name.toLowerCase() === label.toLowerCase() &&
    (target.serial === serial || target.serial === null || serial === null)
  );
}

export function parsePort(typed: string): number | null {
  if (!/^\d{1,5}$/.test(typed.trim())) return null;
  const port = Number(typed);
  return port >= 1 && port <= 65_535 ? port : null;
}
