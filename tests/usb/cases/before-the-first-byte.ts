import { closeSync, constants, openSync } from 'node:fs';
import { devicePath } from '../shop';
import type { UsbCase } from '../usb-case';

/** What keeps a printer from beginning. */
export const beforeTheFirstByte: readonly UsbCase[] = [
  {
    title: 'a ticket waits for paper',
    broken: 'no paper',
    run: (shop) => {
      shop.printer.faults.paperOut = true;
      return shop.waitsAndGoes(['paperOut'], () => {
        shop.printer.faults.paperOut = false;
      });
    },
  },
  {
    title: 'a ticket waits for the cover to be closed',
    broken: 'cover open',
    run: (shop) => {
      shop.printer.faults.coverOpen = true;
      return shop.waitsAndGoes(['coverOpen'], () => {
        shop.printer.faults.coverOpen = false;
      });
    },
  },
  {
    title: 'a ticket waits for a printer that is away',
    broken: 'cable out',
    run: (shop) => {
      shop.printer.pullCable();
      return shop.waitsAndGoes(['notFound', 'unplugged'], () => shop.printer.plugIn());
    },
  },
  {
    title: 'a ticket waits until another program lets go of the printer',
    broken: 'opened by another program (EBUSY)',
    run: (shop) => {
      const other = openSync(devicePath, constants.O_RDWR | constants.O_NONBLOCK);
      return shop.waitsAndGoes(['busy'], () => closeSync(other));
    },
  },
  {
    title: 'a ticket waits for a printer that takes no bytes',
    broken: 'printer reads nothing',
    run: (shop) => {
      shop.printer.faults.neverReads = true;
      return shop.waitsAndGoes(['offline', 'stalled'], () => {
        shop.printer.faults.neverReads = false;
      });
    },
  },
];
