import type { ConfirmationStore } from '../printing/confirmation-store';
import type { SettingsStore } from './settings-store';

/** How each printer says that a ticket came out, kept among the settings. */
export function createConfirmationStore(settings: SettingsStore): ConfirmationStore {
  return {
    read: (printer) => settings.read().printerConfirmations[printer] ?? null,
    write: (printer, confirmation) => {
      const known = new Map(Object.entries(settings.read().printerConfirmations));
      if (confirmation === null) known.delete(printer);
      else known.set(printer, confirmation);
      settings.update({ printerConfirmations: Object.fromEntries(known) });
    },
  };
}
