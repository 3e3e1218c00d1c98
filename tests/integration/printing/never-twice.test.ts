import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PrinterFaults } from '../../../simulator/printer/printer-faults';
import { openPrintRoom } from '../../support/printing/a-print-room';
import { printerKinds, type PrinterUnderTest } from '../../support/printing/virtual-printers';
import { until } from '../../support/until';

type Mishap = { readonly fault: Partial<PrinterFaults> } | 'unplug' | 'restart';

/** Something that goes wrong with a ticket, before or while it is printed. */
const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.constant<Mishap>({ fault: {} }),
  fc.nat(30).map((lines) => ({ fault: { paperOutAfterLines: lines + 1 } })),
  fc.nat(1200).map((bytes) => ({ fault: { unplugAfterBytes: bytes + 1 } })),
  fc.constantFrom<Mishap>(
    { fault: { paperOut: true } },
    { fault: { coverOpen: true } },
    { fault: { answersFences: false } },
    { fault: { answersProcessIds: false } },
    { fault: { answersStatus: false } },
    { fault: { answersStatus: false, answersFences: false } },
    { fault: { bytesPerSecond: 6000 } },
    { fault: { neverReads: true } },
    'unplug',
    'restart',
  ),
);

const allWell: Partial<PrinterFaults> = {
  paperOut: false,
  coverOpen: false,
  neverReads: false,
  answersFences: true,
  answersProcessIds: true,
  answersStatus: true,
  bytesPerSecond: null,
  paperOutAfterLines: null,
  unplugAfterBytes: null,
};

async function bringAbout(printer: PrinterUnderTest, what: Mishap, restart: () => Promise<void>): Promise<void> {
  if (what === 'unplug') await printer.unplug();
  else if (what === 'restart') await restart();
  else Object.assign(printer.faults, what.fault);
}

it.each(printerKinds.filter(({ impossible }) => impossible === null))(
  'whatever happens to a $name, no ticket comes out twice and every printed one came out',
  async ({ start }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(mishap, { minLength: 1, maxLength: 4 }), async (mishaps) => {
        const printer = await start();
        const room = openPrintRoom(printer, { farewellMs: 50 });
        const isWaiting = (id: string) => {
          const job = room.store.find(id);
          return job?.state === 'queued' && job.trouble !== null;
        };
        const restart = async () => {
          await room.restart();
          room.begin();
        };
        let connected = true;
        const repair = async () => {
          Object.assign(printer.faults, allWell);
          if (!connected) await printer.plugIn();
          connected = true;
          // A device file may be another one after a replug; a person chooses it again.
          room.queue.configure(room.settings());
        };
        try {
          room.begin();
          const jobs: string[] = [];
          for (const what of mishaps) {
            await bringAbout(printer, what, restart);
            if (what === 'unplug') connected = false;
            const job = room.add();
            jobs.push(job);
            // It ends, or something waits: the ticket itself or one before it.
            await until('an effect', () => isOver(room.store.find(job)?.state) || jobs.some(isWaiting), 8000);
            if (typeof what === 'object' && what.fault.unplugAfterBytes !== undefined) {
              connected = printer.faults.unplugAfterBytes !== null;
            }
            await repair();
          }
          for (const job of jobs) await room.ended(job);
          const timesOnPaper = (index: number) => {
            const paper = [...printer.papers().flatMap((each) => each.lines), ...printer.unfinished()];
            return paper.filter((line) => line.startsWith(`Ticket ${String(index + 1).padStart(6, '0')}`)).length;
          };
          for (const [index, job] of jobs.entries()) {
            const state = room.store.find(job)?.state;
            // A printer that answers nothing may still be at it when all bytes are taken, and lose them with its power.
            const isSafe = room.confirmed.has(job) || !mishaps.slice(index + 1).some(takesThePower);
            if (state === 'printed' && isSafe) await until(`${job} on paper`, () => timesOnPaper(index) > 0);
            const story = `${job} is ${String(state)} after ${JSON.stringify(mishaps)}`;
            expect(timesOnPaper(index), story).toBeLessThanOrEqual(state === 'failed' ? 0 : 1);
          }
        } finally {
          await room.close();
          await printer.close();
        }
      }),
      {
        numRuns: 8,
        endOnFailure: true,
        examples: [[[{ fault: { neverReads: true } }, 'unplug', { fault: { unplugAfterBytes: 328 } }]]],
      },
    );
  },
  120_000,
);

function takesThePower(what: Mishap): boolean {
  return what === 'unplug' || (typeof what === 'object' && what.fault.unplugAfterBytes !== undefined);
}

function isOver(state: string | undefined): boolean {
  return state === 'printed' || state === 'failed' || state === 'unconfirmed';
}
