import { describe, expect, it } from 'vitest';
import { encodeDrawer } from '../../../electron/printing/encode-drawer';
import { encodePicture } from '../../../electron/printing/encode-picture';
import { encodeRecovery } from '../../../electron/printing/encode-recovery';
import { encodeTicket } from '../../../electron/printing/encode-ticket';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import type { Ticket } from '../../../shared/ticket/ticket';
import { PrinterModel, type CutPaper } from '../../../simulator/printer/printer-model';
import { aBitmap, aRefundSlip, aTicket, aTicketLine } from '../../support/a-ticket';

const COLUMNS = 32;

function bytesOf(ticket: Ticket, cut: 'partial' | 'none' = 'partial'): Uint8Array {
  const paper = { columns: COLUMNS, codePage: 'PC858', cut } as const;
  return encodeTicket(layoutTicket(ticket, paper, ticketTexts(ticket.locale)), paper);
}

/** What a printer that is fed all of it cuts, and what obeying it answered. */
function papersOf(...parts: readonly Uint8Array[]) {
  const papers: CutPaper[] = [];
  const answers: number[] = [];
  const printer = new PrinterModel({
    columns: COLUMNS,
    answer: (bytes) => void answers.push(...bytes),
    onCut: (paper) => void papers.push(paper),
    onUnplug: () => undefined,
  });
  for (const part of parts) printer.receive(part);
  printer.stop();
  return { papers, answers, drawerKicks: printer.drawerKicks, unfinished: printer.unfinished };
}

const torn = bytesOf(
  aTicket({
    logo: aBitmap(96, 16, [0x10, 0x04, 0x1b, 0x1d, 0x00, 0xff]),
    lines: [aTicketLine(), aTicketLine({ name: 'Ñandú' })],
    copy: 1,
    practice: true,
  }),
);
const next = bytesOf(aRefundSlip({ reason: '', logo: aBitmap(48, 4) }));
const largeLogo = encodePicture(aBitmap(384, 100, [0x10, 0x04, 0x1b, 0x1d, 0x00, 0xff]));
/** Programs that share the printer may have left this: our tickets carry no code of their own. */
const qr = Buffer.concat([
  Buffer.from([0x1d, 0x28, 0x6b, 4, 0, 49, 65, 50, 0, 0x1d, 0x28, 0x6b, 3, 0, 49, 67, 6]),
  Buffer.from([0x1d, 0x28, 0x6b, 3 + 60, 0, 49, 80, 48, ...Array<number>(60).fill(0x41)]),
  Buffer.from([0x1d, 0x28, 0x6b, 3, 0, 49, 81, 48, 0x0a]),
]);

describe.each([
  ['a ticket with a logo', torn, 1],
  // As long as a command of ours can be; one dot of it is as good as its neighbour.
  ['the largest logo', largeLogo, 19],
  ['a code of another program', qr, 1],
  ['the opening of a drawer', encodeDrawer(2), 1],
])('after %s that was cut off', (_title, bytes, step) => {
  it('anywhere, the next ticket comes out as on a fresh printer, on its own paper', () => {
    const fresh = papersOf(next).papers;
    expect(fresh).toHaveLength(1);
    expect(fresh[0]?.problems).toEqual([]);
    for (let cut = 0; cut <= bytes.length; cut += step) {
      const { papers, answers, unfinished } = papersOf(bytes.subarray(0, cut), encodeRecovery('partial'), next);
      expect([cut, papers.at(-1)]).toEqual([cut, fresh[0]]);
      expect([cut, answers, unfinished]).toEqual([cut, [], []]);
    }
  }, 60_000);
});

it('where there is no cutter, the paper is fed between the torn ticket and the next', () => {
  const { unfinished } = papersOf(bytesOf(aTicket(), 'none').subarray(0, 300), encodeRecovery('none'), next);
  expect(unfinished).toEqual([]);
  const end = papersOf(
    bytesOf(aTicket(), 'none').subarray(0, 300),
    encodeRecovery('none'),
    bytesOf(aRefundSlip(), 'none'),
  );
  const fresh = papersOf(bytesOf(aRefundSlip(), 'none'));
  expect(end.unfinished.slice(-fresh.unfinished.length)).toEqual(fresh.unfinished);
});
