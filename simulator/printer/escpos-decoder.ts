import { EscposGraphics } from './escpos-graphics';
import type { Alignment } from './paper';
import { PrintHead } from './print-head';
import type { PrinterActions } from './printer-actions';

/** Commands are read by generators: `yield` is "the next byte". */
type Reading<Result = void> = Generator<undefined, Result, number>;

/**
 * Reads ESC/POS as an Epson TM or a good clone does, and objects to everything that such printers ignore, print as
 * rubbish or do not agree on. Facts: Epson's ESC/POS command reference.
 */
export class EscposDecoder {
  private readonly head: PrintHead;
  private readonly graphics: EscposGraphics;
  private readonly reading: Generator<undefined, never, number>;
  private commandOpen = false;
  private nuls = 0;

  constructor(
    columns: number,
    private readonly actions: PrinterActions,
  ) {
    this.head = new PrintHead(columns, actions);
    this.graphics = new EscposGraphics(this.head, actions);
    this.reading = this.read();
    this.reading.next();
  }

  write(byte: number): void {
    this.reading.next(byte);
  }

  /** The sender has nothing more: whatever is unfinished now is a mistake. */
  end(): void {
    if (this.commandOpen) this.actions.object('the last command is incomplete');
    if (this.nuls > 0) this.actions.object(`${this.nuls} NUL bytes at the end`);
    if (!this.head.lineIsEmpty) this.actions.object('the last line is never printed');
    if (this.head.dirty) this.actions.object('the paper is not cut at the end');
  }

  private *read(): Generator<undefined, never, number> {
    for (;;) {
      this.commandOpen = false;
      const byte = yield;
      this.commandOpen = byte !== 0;
      if (byte === 0) {
        this.nuls += 1;
        continue;
      }
      yield* this.obey(byte);
      // Senders flush a command that was cut off with NULs, then reset. NULs anywhere else are a mistake.
      if (this.nuls > 0) this.actions.object(`${this.nuls} NUL bytes that no reset follows`);
      this.nuls = 0;
    }
  }

  private *obey(byte: number): Reading {
    if (byte === 0x1b) yield* this.escape();
    else if (byte === 0x1d) yield* this.group();
    else if (byte === 0x1c) yield* this.kanji();
    else if (byte === 0x0a) this.head.feedLine();
    else if (byte >= 0x20 && byte !== 0x7f) this.head.type(byte);
    else this.actions.object(`control byte ${hex(byte)} is not a command`);
  }

  private *escape(): Reading {
    const { head, actions } = this;
    const command = yield;
    switch (command) {
      case 0x40: // ESC @
        if (!head.lineIsEmpty && this.nuls === 0) actions.object('a reset throws away a line that was not printed yet');
        head.reset();
        this.graphics.reset();
        this.nuls = 0;
        return;
      case 0x74: // ESC t
        head.choosePage(yield);
        return;
      case 0x21: // ESC !
        this.printMode(yield);
        return;
      case 0x45: // ESC E
      case 0x47: // ESC G: double strike, which looks the same
        head.style.bold = ((yield) & 1) === 1;
        return;
      case 0x2d: // ESC -
        head.style.underlined = this.choose(yield, underlines, 'ESC -') ?? false;
        return;
      case 0x4d: // ESC M
        head.style.cell = this.choose(yield, fonts, 'ESC M') ?? head.style.cell;
        return;
      case 0x61: // ESC a
        if (!head.lineIsEmpty) actions.object('alignment in the middle of a line is ignored');
        head.align = this.choose(yield, alignments, 'ESC a') ?? head.align;
        return;
      case 0x32: // ESC 2
        head.useDefaultLineSpacing();
        return;
      case 0x33: // ESC 3
        head.lineSpacing = yield;
        return;
      case 0x20: // ESC SP
        if ((yield) !== 0) actions.object('space between characters is not supported');
        return;
      case 0x7b: // ESC {
        if ((yield) !== 0) actions.object('upside-down print is not supported');
        return;
      case 0x24: // ESC $
        head.moveTo(yield* number16());
        return;
      case 0x5c: // ESC \
        head.moveBy(signed(yield* number16()));
        return;
      case 0x64: // ESC d
        head.feed((yield) * head.lineSpacing);
        return;
      case 0x4a: // ESC J
        head.feed(yield);
        return;
      case 0x70: // ESC p
        this.kickDrawer(yield, yield, yield);
        return;
      default:
        actions.object(`ESC ${hex(command)} is not a command`);
    }
  }

  private *group(): Reading {
    const { head, actions } = this;
    const command = yield;
    switch (command) {
      case 0x21: // GS !
        this.characterSize(yield);
        return;
      case 0x42: // GS B
        head.style.inverse = ((yield) & 1) === 1;
        return;
      case 0x4c: // GS L
        if ((yield* number16()) !== 0) actions.object('a left margin is not supported');
        return;
      case 0x57: // GS W
        head.areaWidth = yield* number16();
        if (head.areaWidth > head.width) actions.object(`a line of ${head.areaWidth} dots is wider than the paper`);
        return;
      case 0x61: // GS a: which changes to report unasked; this printer reports none
        yield;
        return;
      case 0x72: // GS r
        if (this.choose(yield, paperSensor, 'GS r') !== undefined) actions.answerPaperSensor();
        return;
      case 0x49: {
        // GS I
        const field = this.choose(yield, nameFields, 'GS I');
        if (field !== undefined) actions.answerName(field);
        return;
      }
      case 0x56: // GS V
        yield* this.cut(yield);
        return;
      case 0x28: // GS (
        this.extended(yield, yield* take(yield* number16()));
        return;
      case 0x38: // GS 8 L
        if ((yield) !== 0x4c) actions.object('GS 8 is followed by something other than L');
        this.graphics.graphics(yield* take((yield* number16()) + 65_536 * (yield* number16())));
        return;
      case 0x76: // GS v 0
        if ((yield) !== 0x30 || (yield) !== 0) actions.object('only GS v 0 at normal scale prints a picture');
        yield* this.picture(yield* number16(), yield* number16());
        return;
      default:
        actions.object(`GS ${hex(command)} is not a command`);
    }
  }

  private *kanji(): Reading {
    const command = yield;
    switch (command) {
      case 0x2e: // FS .
        return;
      case 0x2d: // FS -
      case 0x43: // FS C
        yield;
        return;
      case 0x53: // FS S
        yield* take(2);
        return;
      case 0x28: // FS (
        yield;
        yield* take(yield* number16());
        return;
      default:
        this.actions.object(`FS ${hex(command)} is not a command`);
    }
  }

  private *cut(mode: number): Reading {
    const kind = this.choose(mode, cuts, 'GS V');
    if (kind === undefined) return;
    if (!this.head.lineIsEmpty) this.actions.object('a cut in the middle of a line is ignored');
    // From 65 on, the command feeds to the cutter first, and as many dots more as its argument says.
    if (mode >= 65) this.head.feed(yield);
    this.head.cut(kind);
  }

  private *picture(bytesPerRow: number, rows: number): Reading {
    this.graphics.picture(bytesPerRow, rows, yield* take(bytesPerRow * rows));
  }

  private extended(name: number, data: Uint8Array): void {
    if (name === 0x6b) this.graphics.symbol(data);
    else if (name === 0x4c) this.graphics.graphics(data);
    else if (name === 0x48) this.processId(data);
    else this.actions.object(`GS ( ${hex(name)} is not a command`);
  }

  private processId(data: Uint8Array): void {
    const id = data.slice(2);
    const valid = data[0] === 48 && data[1] === 48 && id.length === 4 && id.every((byte) => byte >= 32 && byte <= 126);
    if (valid) this.actions.answerProcessId(id);
    else this.actions.object('GS ( H asks for no process id');
  }

  private printMode(bits: number): void {
    const { style } = this.head;
    if ((bits & 0b0100_0110) !== 0) this.actions.object(`ESC ! has unknown bits: ${hex(bits)}`);
    style.cell = (bits & 0x01) === 0 ? 12 : 9;
    style.bold = (bits & 0x08) !== 0;
    style.high = (bits & 0x10) === 0 ? 1 : 2;
    style.wide = (bits & 0x20) === 0 ? 1 : 2;
    style.underlined = (bits & 0x80) !== 0;
  }

  private characterSize(size: number): void {
    if ((size & 0x88) !== 0) this.actions.object(`GS ! ${hex(size)} is not a size`);
    this.head.style.wide = ((size >> 4) & 7) + 1;
    this.head.style.high = (size & 7) + 1;
  }

  private kickDrawer(connector: number, on: number, off: number): void {
    if (on === 0 || off < on) this.actions.object(`a drawer pulse of ${on} on, ${off} off opens nothing`);
    const pin = this.choose(connector, drawerPins, 'ESC p');
    if (pin !== undefined) this.actions.kickDrawer(pin);
  }

  private choose<Value>(byte: number, values: ReadonlyMap<number, Value>, command: string): Value | undefined {
    const value = values.get(byte);
    if (value === undefined) this.actions.object(`${command} ${byte} does not exist`);
    return value;
  }
}

function* number16(): Reading<number> {
  const low = yield;
  return low + 256 * (yield);
}

function* take(count: number): Reading<Uint8Array> {
  const bytes = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) bytes[index] = yield;
  return bytes;
}

function signed(number: number): number {
  return number < 0x8000 ? number : number - 0x1_0000;
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}

const underlines = new Map([0, 1, 2, 48, 49, 50].map((byte) => [byte, byte % 48 !== 0]));
const paperSensor = new Map([1, 49].map((byte) => [byte, byte]));
const nameFields = new Map<number, 'maker' | 'model'>([
  [66, 'maker'],
  [67, 'model'],
]);
const fonts = new Map<number, 12 | 9>([
  [0, 12],
  [48, 12],
  [1, 9],
  [49, 9],
]);
const alignments = new Map<number, Alignment>([
  [0, 'left'],
  [48, 'left'],
  [1, 'center'],
  [49, 'center'],
  [2, 'right'],
  [50, 'right'],
]);
const drawerPins = new Map<number, 2 | 5>([
  [0, 2],
  [48, 2],
  [1, 5],
  [49, 5],
]);
const cuts = new Map<number, 'full' | 'partial'>([
  [0, 'full'],
  [48, 'full'],
  [65, 'full'],
  [1, 'partial'],
  [49, 'partial'],
  [66, 'partial'],
]);
