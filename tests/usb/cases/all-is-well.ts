import assert from 'node:assert/strict';
import { until } from '../../support/until';
import { devicePath } from '../shop';
import type { UsbCase } from '../usb-case';

const PROCESS_ID = Buffer.of(0x1d, 0x28, 0x48);
const FENCE = Buffer.of(0x1d, 0x72, 0x01);

/** How printers in order differ. */
export const allIsWell: readonly UsbCase[] = [
  {
    title: 'a printer is found by its own name',
    broken: 'nothing',
    run: async ({ till }) => {
      const printers = await till.find();
      assert.equal(printers.length, 1);
      assert.deepEqual(printers[0]?.trouble, null);
      assert.equal(printers[0].label, 'EPSON TM-T20III');
      assert(printers[0].transport.kind === 'usb' && printers[0].transport.path === devicePath);
      return `EPSON TM-T20III at ${devicePath}`;
    },
  },
  {
    title: 'a ticket arrives byte for byte, and the printer says so itself',
    broken: 'nothing',
    run: async (shop) => {
      const order = shop.print();
      await shop.isPrinted(order);
      assert.deepEqual(shop.attemptAt(order.id), { kind: 'printed', confirmed: true });
      return `printed once, ${order.bytes.length} bytes as sent`;
    },
  },
  {
    title: 'a ticket of many blocks arrives byte for byte',
    broken: 'nothing',
    run: async (shop) => {
      const order = shop.print({ items: 500 });
      await shop.isPrinted(order);
      return `printed once, ${order.bytes.length} bytes as sent`;
    },
  },
  {
    title: 'a drawer opens once',
    broken: 'nothing',
    run: async (shop) => {
      const before = shop.printer.drawerKicks;
      const job = await shop.end(shop.openDrawer());
      assert.equal(job.state, 'printed');
      assert.equal(shop.printer.drawerKicks, before + 1);
      return 'opened once';
    },
  },
  {
    title: 'a ticket is confirmed by a printer that knows GS ( H',
    broken: 'nothing',
    beginning: 'new printer',
    run: async (shop) => {
      const order = shop.print();
      await shop.isPrinted(order);
      assert.deepEqual(shop.attemptAt(order.id), { kind: 'printed', confirmed: true });
      assert(shop.printer.received.includes(PROCESS_ID), 'GS ( H was not asked');
      const bytesBefore = shop.printer.received.length;
      await shop.isPrinted(shop.print());
      const second = shop.printer.received.subarray(bytesBefore);
      assert(second.includes(PROCESS_ID) && !second.includes(FENCE), 'it was not remembered');
      return 'printed once, confirmed by GS ( H; remembered for the next one';
    },
  },
  {
    title: 'a ticket is confirmed by a printer that only knows GS r',
    broken: 'no GS ( H',
    beginning: 'new printer',
    run: async (shop) => {
      shop.printer.answersProcessIds = false;
      const order = shop.print();
      await shop.isPrinted(order);
      assert.deepEqual(shop.attemptAt(order.id), { kind: 'printed', confirmed: true });
      const bytesBefore = shop.printer.received.length;
      await shop.isPrinted(shop.print());
      const second = shop.printer.received.subarray(bytesBefore);
      assert(second.includes(FENCE) && !second.includes(PROCESS_ID), 'it was not remembered');
      return 'printed once, confirmed by GS r; remembered for the next one';
    },
  },
  {
    title: 'a printer that never says when it is done prints once, unconfirmed',
    broken: 'no GS ( H, no GS r',
    beginning: 'new printer',
    run: async (shop) => {
      shop.printer.faults.answersFences = false;
      const order = shop.print();
      await shop.isPrinted(order);
      assert.deepEqual(shop.attemptAt(order.id), { kind: 'printed', confirmed: false });
      return 'printed once, sent and not confirmed';
    },
  },
  {
    title: 'a printer that never answers anything prints once, unconfirmed',
    broken: 'no answers at all',
    beginning: 'new printer',
    run: async (shop) => {
      shop.printer.faults.answersStatus = false;
      shop.printer.faults.answersFences = false;
      const order = shop.print();
      await shop.isPrinted(order);
      assert.deepEqual(shop.attemptAt(order.id), { kind: 'printed', confirmed: false });
      await until('the till to say so', () => shop.till.status.state === 'unknown');
      return 'printed once, sent and not confirmed';
    },
  },
];
