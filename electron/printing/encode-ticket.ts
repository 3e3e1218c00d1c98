import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { CodePage, PrinterSettings } from '../../shared/printer';
import type { LineStyle, PrintedLine } from '../../shared/ticket/printed-line';
import { characterSets, encodeLines } from './code-page-bytes';
import { encodePicture } from './encode-picture';
import { ENDINGS, RESET } from './escpos-commands';

/** What of the settings changes the bytes. */
export type EncodeSettings = Pick<PrinterSettings, 'columns' | 'codePage' | 'cut'>;

/** `FS .`: clones from China wake up in a mode that reads ñ and the letter after it as one ideograph. */
const SINGLE_BYTE_CHARACTERS = Buffer.from([0x1c, 0x2e]);
/**
 * The bytes of one copy of a ticket, from reset to cut. node-thermal-printer makes the commands and the code pages;
 * its layout and its transport are not used.
 */
export function encodeTicket(lines: readonly PrintedLine[], settings: EncodeSettings): Uint8Array {
  const { codePage, columns, cut } = settings;
  const printer = begin(codePage);
  let style: LineStyle = 'normal';
  let page = codePage;
  let run: string[] = [];
  // node-thermal-printer copies its whole buffer at each call, so lines that look alike go to it together.
  const flush = () => {
    printer.add(encodeLines(run, page));
    run = [];
  };
  for (const line of lines) {
    const next = line.kind === 'text' ? line.style : 'normal';
    if (next !== style) {
      flush();
      setStyle(printer, style, 'off');
      setStyle(printer, next, 'on');
      style = next;
    }
    const nextPage = (line.kind === 'text' ? line.codePage : undefined) ?? codePage;
    if (nextPage !== page) {
      flush();
      choosePage(printer, nextPage);
      page = nextPage;
    }
    if (line.kind === 'picture') {
      flush();
      printer.add(encodePicture(line.bitmap));
      continue;
    }
    run.push(line.kind === 'text' ? line.text : line.kind === 'rule' ? '─'.repeat(columns) : '');
  }
  flush();
  setStyle(printer, style, 'off');
  printer.add(ENDINGS[cut]);
  return printer.getBuffer();
}

function begin(codePage: CodePage): ThermalPrinter {
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  printer.setBuffer(Buffer.concat([RESET, SINGLE_BYTE_CHARACTERS]));
  choosePage(printer, codePage);
  return printer;
}

/** Without accents every page is the same. */
function choosePage(printer: ThermalPrinter, codePage: CodePage): void {
  if (codePage !== 'ascii') printer.setCharacterSet(characterSets[codePage]);
}

function setStyle(printer: ThermalPrinter, style: LineStyle, to: 'on' | 'off'): void {
  switch (style) {
    case 'normal':
      return;
    case 'band':
      printer.invert(to === 'on');
      return;
    case 'bold':
      printer.bold(to === 'on');
      return;
    case 'tall':
    case 'large':
      // The size comes first: its command, `ESC !`, also switches bold off.
      if (to === 'off') printer.setTextNormal();
      else if (style === 'tall') printer.setTextDoubleHeight();
      else printer.setTextQuadArea();
      printer.bold(to === 'on');
  }
}
