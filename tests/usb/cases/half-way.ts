import assert from 'node:assert/strict';
import { until } from '../../support/until';
import type { UsbCase } from '../usb-case';

/** What stops a printer in the middle of a ticket. */
export const halfWay: readonly UsbCase[] = [
  {
    title: 'a ticket goes on where it stopped when paper is put in',
    broken: 'paper ends after 5 lines, comes back',
    beginning: 'new till',
    run: async (shop) => {
      await shop.nextIsFine();
      shop.printer.faults.paperOutAfterLines = 5;
      const order = shop.print();
      await until('the till to say why it is stuck', () => shop.troubleShown() === 'paperOut', 10_000);
      shop.printer.faults.paperOut = false;
      await shop.isPrinted(order);
      return 'printed once, whole';
    },
  },
  {
    title: 'a ticket is in doubt when its paper ends and nobody comes',
    broken: 'paper ends after 5 lines, comes back too late',
    run: async (shop) => {
      shop.printer.faults.paperOutAfterLines = 5;
      const order = shop.print();
      await shop.isInDoubt(order, 'paperOut');
      shop.printer.faults.paperOut = false;
      await shop.nextIsFine(order);
      return 'in doubt, on one paper; the next one is fine';
    },
  },
  {
    title: 'a ticket is in doubt when the cover is opened and stays open',
    broken: 'cover opened half-way',
    run: async (shop) => {
      shop.printer.faults.bytesPerSecond = 1500;
      const order = shop.print();
      await until('the first line on paper', () => shop.printer.unfinished.length > 0, 10_000);
      shop.printer.faults.coverOpen = true;
      await shop.isInDoubt(order, 'coverOpen');
      Object.assign(shop.printer.faults, { coverOpen: false, bytesPerSecond: null });
      await shop.nextIsFine(order);
      return 'in doubt, on one paper; the next one is fine';
    },
  },
  {
    title: 'a ticket is in doubt when the printer stops taking bytes',
    broken: 'printer reads no more half-way',
    run: async (shop) => {
      shop.printer.faults.bytesPerSecond = 20_000;
      const order = shop.print({ items: 500 });
      await until('some of it', () => shop.printer.timesOnPaper(order.number) > 0, 10_000);
      shop.printer.faults.neverReads = true;
      await shop.isInDoubt(order, 'stalled', 'offline');
      const attempt = shop.attemptAt(order.id);
      assert(attempt?.kind === 'unconfirmed' && attempt.bytesSent < order.bytes.length);
      const waiting = shop.print();
      await shop.waits(waiting, 'stalled', 'offline');
      Object.assign(shop.printer.faults, { neverReads: false, bytesPerSecond: null });
      await shop.isPrinted(waiting);
      await shop.nextIsFine(order, waiting);
      return `in doubt after ${attempt.bytesSent} of ${order.bytes.length} bytes; the next one waited and is fine`;
    },
  },
  {
    title: 'a ticket is in doubt when the printer loses power',
    broken: 'power cut after 300 bytes',
    run: async (shop) => {
      shop.printer.faults.unplugAfterBytes = 300;
      const order = shop.print();
      await shop.isInDoubt(order, 'unplugged');
      await shop.printer.cutPower();
      await shop.nextIsFine(order);
      return 'in doubt; the next one is fine';
    },
  },
];
