import type { Order, Shop } from '../shop';
import type { UsbCase } from '../usb-case';

const MANY = 300;

function pulledAt(where: string, items: number, bytesOf: (shop: Shop) => number): UsbCase {
  return {
    title: `a ticket whose cable was pulled ${where} is in doubt, and the next one is fine`,
    broken: `cable pulled ${where}`,
    run: async (shop) => {
      shop.printer.faults.unplugAfterBytes = bytesOf(shop);
      const order = shop.print({ items });
      await shop.isInDoubt(order, 'unplugged');
      return comeBack(shop, order);
    },
  };
}

async function comeBack(shop: Shop, order: Order): Promise<string> {
  shop.printer.faults.unplugAfterBytes = null;
  await shop.printer.plugIn();
  await shop.nextIsFine(order);
  const where = shop.printer.timesOnPaper(order.number) === 0 ? 'not on paper' : 'on one paper';
  return `in doubt, ${where}; the next one is fine`;
}

/** The cable, at every kind of moment. */
export const cable: readonly UsbCase[] = [
  {
    title: 'a ticket whose cable was pulled before its first byte goes out by itself when it is back',
    broken: 'cable pulled before the first byte',
    run: async (shop) => {
      const stopped = shop.till.stopAt('begun');
      const order = shop.print();
      await stopped();
      shop.printer.pullCable();
      shop.till.goOn();
      await shop.waits(order, 'unplugged', 'notFound');
      await shop.printer.plugIn();
      await shop.isPrinted(order);
      return 'waited with no byte sent, then printed once';
    },
  },
  pulledAt('after 1 byte', 3, () => 1),
  pulledAt('inside a command', 3, () => 6),
  pulledAt('after 300 bytes', 3, () => 300),
  pulledAt('at the end of the first block', MANY, () => 4096),
  pulledAt('in the third block', MANY, () => 9000),
  pulledAt('before the last byte', 3, (shop) => shop.lengthOfNext() - 1),
  {
    title: 'a ticket whose cable was pulled before the printer said that it is out is in doubt, and is out once',
    broken: 'cable pulled after the last byte, before the answer',
    run: async (shop) => {
      shop.printer.onEnd = () => shop.printer.pullCable();
      const order = shop.print();
      await shop.isInDoubt(order, 'unplugged');
      await shop.isOnPaper(order);
      shop.printer.onEnd = () => undefined;
      return comeBack(shop, order);
    },
  },
];
