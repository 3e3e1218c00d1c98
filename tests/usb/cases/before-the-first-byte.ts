import { chmodSync, closeSync, constants, openSync } from 'node:fs';
import { devicePath, type Shop } from '../shop';
import type { UsbCase } from '../usb-case';

/** The ticket waits with no byte sent, and goes out by itself, once, when what was wrong is put right. */
async function waitsAndGoes(shop: Shop, troubles: Parameters<Shop['waits']>[1][], repair: () => unknown) {
  const order = shop.print();
  await shop.waits(order, ...troubles);
  await repair();
  await shop.isPrinted(order);
  return `waited (${shop.reasonsOf(order.id).join(', ')}) with no byte sent, then printed once`;
}

/** What keeps a printer from beginning. */
export const beforeTheFirstByte: readonly UsbCase[] = [
  {
    title: 'a ticket waits for paper',
    broken: 'no paper',
    run: (shop) => {
      shop.printer.faults.paperOut = true;
      return waitsAndGoes(shop, ['paperOut'], () => {
        shop.printer.faults.paperOut = false;
      });
    },
  },
  {
    title: 'a ticket waits for the cover to be closed',
    broken: 'cover open',
    run: (shop) => {
      shop.printer.faults.coverOpen = true;
      return waitsAndGoes(shop, ['coverOpen'], () => {
        shop.printer.faults.coverOpen = false;
      });
    },
  },
  {
    title: 'a ticket waits for a printer that is away',
    broken: 'cable out',
    run: (shop) => {
      shop.printer.pullCable();
      return waitsAndGoes(shop, ['notFound', 'unplugged'], () => shop.printer.plugIn());
    },
  },
  {
    title: 'a ticket waits until another program lets go of the printer',
    broken: 'opened by another program (EBUSY)',
    run: (shop) => {
      const other = openSync(devicePath, constants.O_RDWR | constants.O_NONBLOCK);
      return waitsAndGoes(shop, ['busy'], () => closeSync(other));
    },
  },
  {
    title: 'a ticket waits for a printer that takes no bytes',
    broken: 'printer reads nothing',
    run: (shop) => {
      shop.printer.faults.neverReads = true;
      return waitsAndGoes(shop, ['offline', 'stalled'], () => {
        shop.printer.faults.neverReads = false;
      });
    },
  },
  {
    title: 'a ticket waits for permission to use the printer',
    broken: 'device of another user (EACCES)',
    beginning: 'new till without permission',
    run: (shop) => waitsAndGoes(shop, ['noPermission'], () => chmodSync(devicePath, 0o666)),
  },
];
