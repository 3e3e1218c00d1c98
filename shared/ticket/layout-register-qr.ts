import { blank, centered } from './line-layout';
import { layoutBusiness, layoutMarks, layoutPicture, nameOfRegister } from './paper-frame';
import { printable } from './printable';
import type { PrintedLine } from './printed-line';
import type { RegisterQrPaper } from './ticket';
import type { TicketTexts } from './ticket-texts';

/** What the customer scans, to stand on the counter. */
export function layoutRegisterQr(paper: RegisterQrPaper, columns: number, texts: TicketTexts): PrintedLine[] {
  const marks = layoutMarks(paper, columns, texts);
  return [
    ...marks,
    ...layoutBusiness(paper, columns),
    ...centered(printable(texts.registerQr), columns, 'tall'),
    blank,
    ...layoutPicture(paper.qr, columns),
    ...centered(nameOfRegister(paper, texts), columns),
    ...marks,
  ];
}
