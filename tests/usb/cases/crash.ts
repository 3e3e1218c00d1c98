import assert from 'node:assert/strict';
import type { PrintJob } from '../../../electron/printing/print-job';
import { until } from '../../support/until';
import type { Order, Shop } from '../shop';
import type { Step } from '../till-messages';
import type { UsbCase } from '../usb-case';

/** Starts the till again; the ticket must then be as told, on so many papers, and stay so while the next is printed. */
async function afterStart(shop: Shop, order: Order, state: PrintJob['state'], papers: number): Promise<string> {
  await shop.startTillAgain();
  if (shop.onDisk(order.id).state !== 'printed') await shop.end(order.id);
  await shop.nextIsFine(order);
  assert.equal(shop.onDisk(order.id).state, state);
  assert.equal(shop.printer.timesOnPaper(order.number), papers);
  return `${state}, on ${papers === 1 ? '1 paper' : `${papers} papers`}; the next one is fine`;
}

function killedAt(step: Step, when: string, state: PrintJob['state'], papers: number): UsbCase {
  return {
    title: `a till killed ${when} finds the ticket ${state} at its next start`,
    broken: `till killed (SIGKILL) ${when}`,
    run: async (shop) => {
      const stopped = shop.till.stopAt(step);
      const order = shop.print();
      await stopped();
      await shop.till.kill();
      return afterStart(shop, order, state, papers);
    },
  };
}

/** The whole ticket is out, and the printer has not said so. */
async function killedUnanswered(shop: Shop): Promise<Order> {
  let isOut = false;
  shop.printer.keepsAnswers = true;
  shop.printer.onEnd = () => {
    isOut = true;
  };
  const order = shop.print();
  await until('the end of the ticket at the printer', () => isOut, 10_000);
  await shop.till.kill();
  shop.printer.keepsAnswers = false;
  return order;
}

/** The program dies; paper and money stay. */
export const crash: readonly UsbCase[] = [
  killedAt('before begun', 'before the attempt was on disk', 'printed', 1),
  killedAt('begun', 'with the attempt on disk and no byte sent', 'unconfirmed', 0),
  {
    title: 'a till killed half-way finds the ticket unconfirmed at its next start',
    broken: 'till killed (SIGKILL) with some bytes sent',
    run: async (shop) => {
      shop.printer.faults.bytesPerSecond = 20_000;
      const order = shop.print({ items: 500 });
      await until('some of it', () => shop.printer.timesOnPaper(order.number) > 0, 10_000);
      await shop.till.kill();
      shop.printer.faults.bytesPerSecond = null;
      return afterStart(shop, order, 'unconfirmed', 1);
    },
  },
  {
    title: 'a till killed before the printer answered finds the ticket unconfirmed at its next start',
    broken: 'till killed (SIGKILL) with all bytes sent',
    run: async (shop) => {
      const order = await killedUnanswered(shop);
      return afterStart(shop, order, 'unconfirmed', 1);
    },
  },
  {
    title: 'an answer that the till did not live to hear does not confirm the next ticket',
    broken: 'till killed (SIGKILL) with all bytes sent; the answer comes late, then the paper ends',
    run: async (shop) => {
      const order = await killedUnanswered(shop);
      shop.printer.sayWhatItKept();
      await shop.startTillAgain();
      await shop.isInDoubt(order, 'programStopped');
      shop.printer.faults.paperOutAfterLines = 5;
      const next = shop.print();
      await shop.isInDoubt(next, 'paperOut');
      shop.printer.faults.paperOut = false;
      await shop.nextIsFine(order, next);
      return 'both in doubt; the one after them is fine';
    },
  },
  killedAt('before ended', 'with the answer there and not on disk', 'unconfirmed', 1),
  killedAt('ended', 'with the answer on disk', 'printed', 1),
  {
    title: 'a ticket is in doubt when the printing process dies half-way',
    broken: 'printing process killed (SIGKILL) with some bytes sent',
    run: async (shop) => {
      await shop.nextIsFine();
      shop.printer.faults.bytesPerSecond = 20_000;
      const order = shop.print({ items: 500 });
      await until('some of it', () => shop.printer.timesOnPaper(order.number) > 0, 10_000);
      process.kill(shop.till.printingPid, 'SIGKILL');
      await shop.isInDoubt(order, 'programStopped');
      shop.printer.faults.bytesPerSecond = null;
      await shop.nextIsFine(order);
      return 'in doubt, on 1 paper; the next one is fine';
    },
  },
];
