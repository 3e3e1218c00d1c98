import type { FoundPrinter, QueueTarget } from '../../shared/printer';
import { transportSchema } from '../../shared/printer';
import { askSpooler } from './devices/ask-spooler';
import { lookAtQueue } from './devices/look-at-queue';

/** For all queues together: the window waits for it. */
const LOOK_MS = 3000;
/** Queues that lead to no paper, or to another computer's idea of a page. */
const notForTickets = /^(file|cups-pdf|cups-brf|smb|fax|efax):/;

/** The queues of the operating system that a ticket could be printed through. Empty where there is no CUPS. */
export async function findSystemPrinters(): Promise<FoundPrinter[]> {
  const listed = await askSpooler('lpstat', ['-v'], { ms: LOOK_MS });
  const queues = listed.out.split('\n').flatMap((line) => {
    const [, queue = '', address = ''] = /^device for (\S+): (\S+)$/.exec(line) ?? [];
    const transport = transportSchema.safeParse({ kind: 'system', queue });
    return transport.success && !notForTickets.test(address) ? [{ transport: transport.data, queue, address }] : [];
  });
  return Promise.all(
    queues.map(async ({ transport, queue, address }) => ({
      transport,
      label: queue,
      trouble: (await lookAtQueue(queue, LOOK_MS)).trouble,
      certain: false,
      target: targetOf(address),
    })),
  );
}

/** "usb://EPSON/TM-T20III?serial=ABC" or "socket://192.168.0.50:9100", as CUPS names its devices. */
function targetOf(address: string): QueueTarget | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 'usb:') {
    const name = decoded(`${url.hostname} ${url.pathname.slice(1)}`);
    return { kind: 'usb', name, serial: url.searchParams.get('serial') };
  }
  if (url?.protocol === 'socket:') {
    return { kind: 'network', host: url.hostname, port: url.port === '' ? 9100 : Number(url.port) };
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
