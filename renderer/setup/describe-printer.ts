import { FileText, Network, Printer, Usb, type LucideIcon } from 'lucide-react';
import { placeOf, type Transport } from '../../shared/printer';
import type { Words } from '../hooks/use-words';
import type { KnownPrinter } from './printer-choice';

export const printerIcons = {
  usb: Usb,
  network: Network,
  system: Printer,
  file: FileText,
} as const satisfies Record<Transport['kind'], LucideIcon>;

/** By which way a printer is reached, and whether it is the one in use. */
export function kindOfPrinter({ transport, label, inUse }: KnownPrinter, { t }: Words): string {
  const place = placeOf(transport);
  const way =
    transport.kind === 'network' && label !== place && label !== transport.host
      ? t('setup.printer.kinds.networkAt', { place })
      : t(`setup.printer.kinds.${transport.kind}`);
  return inUse ? `${way} · ${t('setup.printer.inUse')}` : way;
}

/** What to know before choosing it; undefined when nothing. */
export function noteOnPrinter({ transport, trouble, certain, sameAs }: KnownPrinter, { t }: Words): string | undefined {
  const notes = [
    trouble && `${t(`printerTroubles.${trouble}.what`)} ${t(`printerTroubles.${trouble}.todo`)}`,
    sameAs !== null && t('setup.printer.sameAs', { label: sameAs }),
    transport.kind === 'system' && t('setup.printer.systemNote'),
    transport.kind === 'network' && !certain && t('setup.printer.uncertain'),
  ].filter((note) => typeof note === 'string');
  return notes.length > 0 ? notes.join(' ') : undefined;
}
