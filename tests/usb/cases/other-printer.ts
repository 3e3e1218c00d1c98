import assert from 'node:assert/strict';
import type { UsbCase } from '../usb-case';

/** The kernel gives its numbers anew at each plug. */
export const otherPrinter: readonly UsbCase[] = [
  {
    title: 'a printer that comes back under another number is found there, and the other one prints nothing',
    broken: 'cable out, another printer takes lp0, ours comes back as lp1',
    run: async (shop) => {
      await shop.nextIsFine();
      shop.printer.pullCable();
      await shop.otherPrinter.plugIn();
      const order = shop.print();
      await shop.printer.plugIn();
      await shop.isPrinted(order);
      assert.equal(shop.otherPrinter.ticketBytes, 0);
      return 'printed once by its own printer, at lp1';
    },
  },
];
