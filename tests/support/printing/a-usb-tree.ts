import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UsbPlaces } from '../../../electron/printing/usb-places';
import type { UsbIdentity } from '../../../shared/printer';

/** Folders like those where Linux shows its USB printers. */
export function aUsbTree(folder: string) {
  const places: UsbPlaces = { devices: join(folder, 'dev', 'usb'), descriptions: join(folder, 'class', 'usbmisc') };
  mkdirSync(places.devices, { recursive: true });
  mkdirSync(places.descriptions, { recursive: true });

  return {
    places,
    /** A printer appears as `name`; what is written to it goes to the device `leadsTo`. */
    plugIn(name: string, { vendor, product, serial, port }: UsbIdentity, leadsTo = '/dev/null'): void {
      const printer = join(folder, 'devices', 'usb1', port);
      const connector = join(printer, `${port}:1.0`);
      mkdirSync(connector, { recursive: true });
      writeFileSync(join(printer, 'idVendor'), `${vendor}\n`);
      writeFileSync(join(printer, 'idProduct'), `${product}\n`);
      if (serial !== null) writeFileSync(join(printer, 'serial'), `${serial}\n`);
      mkdirSync(join(places.descriptions, name));
      symlinkSync(connector, join(places.descriptions, name, 'device'));
      symlinkSync(leadsTo, join(places.devices, name));
    },
    pull(name: string): void {
      rmSync(join(places.devices, name), { force: true });
      rmSync(join(places.descriptions, name), { recursive: true, force: true });
    },
  };
}
