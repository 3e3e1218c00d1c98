import type { Confirmation } from '../../shared/printer';

/** Where it is kept how each printer says that a ticket came out, by `printerKey`, beyond the end of the program. */
export interface ConfirmationStore {
  /** Null when it was never found out. */
  read(printer: string): Confirmation | null;
  write(printer: string, confirmation: Confirmation | null): void;
}

/** Remembers only for as long as the program runs. */
export function forgetfulConfirmations(): ConfirmationStore {
  const known = new Map<string, Confirmation | null>();
  return {
    read: (printer) => known.get(printer) ?? null,
    write: (printer, confirmation) => void known.set(printer, confirmation),
  };
}
