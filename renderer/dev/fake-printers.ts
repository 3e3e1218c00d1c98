import type { FoundPrinter } from '../../shared/printer';
import type { PrinterSearch } from '../../shared/printer-search';
import type { Snapshot } from '../../shared/snapshot';

/** Found by a search; the second one may be anything. */
const inTheNetwork: readonly FoundPrinter[] = [
  {
    transport: { kind: 'network', host: '192.168.0.50', port: 9100 },
    label: 'EPSON TM-m30II',
    trouble: null,
    certain: true,
    target: null,
  },
  {
    transport: { kind: 'network', host: '192.168.0.71', port: 9100 },
    label: '192.168.0.71',
    trouble: null,
    certain: false,
    target: null,
  },
];

/** What is found at once: by USB, and in the system. */
const here: readonly FoundPrinter[] = [
  {
    transport: { kind: 'usb', path: '/dev/usb/lp0' },
    label: 'EPSON TM-T20III',
    trouble: null,
    certain: true,
    target: null,
  },
  {
    transport: { kind: 'usb', path: '/dev/usb/lp1' },
    label: 'POS-58',
    trouble: 'noPermission',
    certain: true,
    target: null,
  },
  {
    transport: { kind: 'system', queue: 'Mostrador' },
    label: 'Mostrador',
    trouble: null,
    certain: false,
    target: { kind: 'usb', name: 'POS-58', serial: null },
  },
];

/** Printers of a till that is made up; `?printers=none` has none here. */
export function fakePrinters(publish: (changes: Partial<Snapshot>) => void) {
  const none = new URLSearchParams(location.search).get('printers') === 'none';
  let timer: number | undefined;

  function end(how: Extract<PrinterSearch, { state: 'ended' }>['how'], asked: number): void {
    window.clearInterval(timer);
    publish({ printerSearch: { state: 'ended', how, asked, of: 254, found: none ? [] : [...inTheNetwork] } });
  }

  let asked = 0;
  return {
    'setup.findPrinters': () => ({ printers: none ? [] : [...here], looksHere: true }),
    'setup.searchPrinters': () => {
      asked = 0;
      timer = window.setInterval(() => {
        asked = Math.min(254, asked + 13);
        const found = none || asked < 60 ? [] : inTheNetwork.slice(0, 1);
        publish({ printerSearch: { state: 'searching', asked, of: 254, found } });
        if (asked === 254) end('complete', asked);
      }, 200);
      return undefined;
    },
    'setup.stopPrinterSearch': () => {
      end('stopped', asked);
      return undefined;
    },
  };
}
