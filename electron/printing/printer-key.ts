import type { Transport } from '../../shared/printer';

/** Under which name things are remembered of the printer that a transport leads to. */
export function printerKey(transport: Transport): string {
  switch (transport.kind) {
    case 'usb': {
      const { path, identity } = transport;
      return identity ? `usb ${identity.vendor}:${identity.product} ${identity.serial ?? ''}`.trim() : `usb ${path}`;
    }
    case 'network':
      return `network ${transport.host}:${transport.port}`;
    case 'system':
      return `system ${transport.queue}`;
    case 'file':
      return `file ${transport.path}`;
  }
}
