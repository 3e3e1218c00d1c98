import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { CodePage } from '../../shared/printer';

/** node-thermal-printer's names. The last resort has no page of its own: only ASCII leaves the till. */
export const characterSets: Readonly<Record<Exclude<CodePage, 'ascii'>, CharacterSet>> = {
  PC858: CharacterSet.PC858_EURO,
  WPC1252: CharacterSet.WPC1252,
  PC850: CharacterSet.PC850_MULTILINGUAL,
  PC860: CharacterSet.PC860_PORTUGUESE,
  PC437: CharacterSet.PC437_USA,
};

/** Everything beyond ASCII that may reach a printer: Latin-1, the euro, and the line that rules are made of. */
const REPERTOIRE = [...Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0xa1 + index)), '€', '─'].filter(
  // The soft hyphen is a format character: layout drops it.
  (char) => char !== '\u00ad',
);

/** What to print for a character that the page lacks, where its plain letter is not the answer. One column each. */
const substitutes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '€': 'E',
    '─': '-',
    '¡': '!',
    '¢': 'c',
    '£': 'L',
    '¥': 'Y',
    '¦': '|',
    '©': 'c',
    ª: 'a',
    '«': '"',
    '¬': '-',
    '®': 'r',
    '¯': '-',
    '°': 'o',
    '²': '2',
    '³': '3',
    '´': "'",
    µ: 'u',
    '·': '.',
    '¹': '1',
    º: 'o',
    '»': '"',
    '¿': '?',
    Æ: 'A',
    Ø: 'O',
    '×': 'x',
    ß: 's',
    æ: 'a',
    ø: 'o',
    '÷': '/',
  }),
);

const UNKNOWN = 0x3f;
const tables = new Map<CodePage, ReadonlyMap<string, number>>();

const LINE_FEED = 0x0a;
const ascii = /^[\x20-\x7e]*$/;

/**
 * Lines as bytes of one page, one byte for each character and a line feed after each line: what the page lacks becomes
 * its plain letter, a look-alike or "?". Control characters can't leave: they become "?" too, whatever the caller did.
 */
export function encodeLines(lines: readonly string[], codePage: CodePage): Buffer {
  const table = tableOf(codePage);
  const bytes = Buffer.allocUnsafe(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let end = 0;
  for (const line of lines) {
    if (ascii.test(line)) end += bytes.write(line, end, 'latin1');
    else {
      for (let index = 0; index < line.length; index += 1) {
        const code = line.charCodeAt(index);
        bytes[end++] = code >= 0x20 && code < 0x7f ? code : (table.get(line.charAt(index)) ?? UNKNOWN);
      }
    }
    bytes[end++] = LINE_FEED;
  }
  return bytes;
}

/** Text as a printer in that page shows it. */
export function readableAs(text: string, codePage: CodePage): string {
  if (ascii.test(text)) return text;
  const table = tableOf(codePage);
  return Array.from(text, (char) => {
    if (ascii.test(char)) return char;
    const byte = table.get(char) ?? UNKNOWN;
    return byte < 0x80 ? String.fromCharCode(byte) : char;
  }).join('');
}

/** The table of one page, made once: about 5 ms, most of it the first use of node-thermal-printer's own tables. */
export function tableOf(codePage: CodePage): ReadonlyMap<string, number> {
  let table = tables.get(codePage);
  if (!table) {
    table = new Map(REPERTOIRE.map((char) => [char, byteOf(char, codePage)]));
    tables.set(codePage, table);
  }
  return table;
}

function byteOf(char: string, codePage: CodePage): number {
  const own = codePage === 'ascii' ? null : ownByte(char, characterSets[codePage]);
  if (own !== null) return own;
  const plain = substitutes.get(char) ?? char.normalize('NFD').charAt(0);
  return /^[\x20-\x7e]$/.test(plain) ? plain.charCodeAt(0) : UNKNOWN;
}

/** Asks node-thermal-printer. When its page lacks the character it switches to another page, which we never want. */
function ownByte(char: string, characterSet: CharacterSet): number | null {
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', characterSet });
  printer.setBuffer(Buffer.alloc(0));
  printer.print(char);
  const [byte, ...more] = printer.getBuffer();
  return byte !== undefined && more.length === 0 && byte >= 0x80 ? byte : null;
}
