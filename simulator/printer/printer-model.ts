import { EscposDecoder } from './escpos-decoder';
import { textOf, type PaperElement } from './paper';
import { watchedFaults, type PrinterFaults } from './printer-faults';
import { RealTimeFilter } from './real-time-filter';

/** What came out between two cuts. */
export interface CutPaper {
  readonly elements: readonly PaperElement[];
  readonly lines: readonly string[];
  /** What a strict printer objects to in the bytes. */
  readonly problems: readonly string[];
}

export interface PrinterSurroundings {
  readonly columns: number;
  /** Sends bytes back to whoever is connected. */
  readonly answer: (bytes: Uint8Array) => void;
  readonly onCut: (paper: CutPaper) => void;
  /** A fault asked for the cable to be pulled. */
  readonly onUnplug: () => void;
}

/** Common receive buffer of a printer of this class. */
const BUFFER_BYTES = 4096;
const SLOW_TICK_MS = 10;

/** A printer without its cable: buffer, faults, paper, and answers. TCP and the device file put the cable on. */
export class PrinterModel {
  readonly faults: PrinterFaults;
  readonly drawerKicks: (2 | 5)[] = [];
  /** Bytes that arrived, without status requests. */
  bytesReceived = 0;

  private elements: PaperElement[] = [];
  private problems: string[] = [];
  private buffer: number[] = [];
  private decoder: EscposDecoder;
  private filter: RealTimeFilter;
  private working = false;
  private timer: NodeJS.Timeout | null = null;
  private roomListeners: (() => void)[] = [];

  constructor(private readonly surroundings: PrinterSurroundings) {
    this.faults = watchedFaults(() => this.work());
    this.decoder = this.newDecoder();
    this.filter = this.newFilter();
  }

  /** It takes bytes from the wire. A printer that stands still does so until its buffer is full. */
  get hasRoom(): boolean {
    return !this.faults.neverReads && this.buffer.length < BUFFER_BYTES;
  }

  /** Calls back once, when there is room again. */
  whenRoom(listener: () => void): void {
    this.roomListeners.push(listener);
  }

  /** Lines printed since the last cut. */
  get unfinished(): readonly string[] {
    return linesOf(this.elements);
  }

  receive(bytes: Uint8Array): void {
    for (const byte of this.filter.pass(bytes)) {
      if (this.faults.unplugAfterBytes === 0) break;
      this.bytesReceived += 1;
      this.buffer.push(byte);
      if (this.faults.unplugAfterBytes !== null) this.faults.unplugAfterBytes -= 1;
    }
    this.work();
    if (this.faults.unplugAfterBytes === 0) {
      this.faults.unplugAfterBytes = null;
      this.surroundings.onUnplug();
    }
  }

  /** Power off and on: the buffer is lost, the paper stays where it is. */
  restart(): void {
    this.buffer = [];
    this.decoder = this.newDecoder();
    this.filter = this.newFilter();
    this.work();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private get stopped(): boolean {
    const { paperOut, coverOpen, offline, broken } = this.faults;
    return paperOut || coverOpen || offline || broken;
  }

  private work(): void {
    // Printing can itself bring a fault about, which calls back here.
    if (this.working) return;
    this.working = true;
    if (this.timer === null) {
      const { bytesPerSecond } = this.faults;
      const share =
        bytesPerSecond === null ? Infinity : Math.max(1, Math.round((bytesPerSecond * SLOW_TICK_MS) / 1000));
      this.printSome(share);
      if (this.buffer.length > 0 && !this.stopped) {
        this.timer = setTimeout(() => {
          this.timer = null;
          this.work();
        }, SLOW_TICK_MS);
      }
    }
    this.working = false;
    if (this.hasRoom) for (const listener of this.roomListeners.splice(0)) listener();
  }

  private printSome(most: number): void {
    let printed = 0;
    while (printed < most && printed < this.buffer.length && !this.stopped) {
      this.decoder.write(this.buffer[printed] ?? 0);
      printed += 1;
    }
    this.buffer.splice(0, printed);
  }

  private newDecoder(): EscposDecoder {
    return new EscposDecoder(this.surroundings.columns, {
      print: (element) => this.print(element),
      cut: () => this.cut(),
      kickDrawer: (pin) => void this.drawerKicks.push(pin),
      answerPaperSensor: () => this.answerFence(Uint8Array.of(this.paperSensor())),
      answerProcessId: (id) => {
        if (this.faults.answersProcessIds) this.answerFence(Uint8Array.of(0x37, 0x22, ...id, 0));
      },
      answerName: (field) => {
        const { named } = this.faults;
        if (named) this.answerFence(Buffer.from(`_${field === 'maker' ? 'Caja QR' : 'Simulada'}\0`, 'latin1'));
      },
      object: (problem) => void this.problems.push(problem),
    });
  }

  private newFilter(): RealTimeFilter {
    return new RealTimeFilter(({ command, argument }) => {
      if (command !== 0x04) this.problems.push(`real-time command ${command} is never needed`);
      else if (this.faults.answersStatus) this.surroundings.answer(Uint8Array.of(this.status(argument)));
    });
  }

  private print(element: PaperElement): void {
    this.elements.push(element);
    if (element.kind !== 'line' || this.faults.paperOutAfterLines === null) return;
    this.faults.paperOutAfterLines -= 1;
    if (this.faults.paperOutAfterLines > 0) return;
    this.faults.paperOutAfterLines = null;
    this.faults.paperOut = true;
  }

  private cut(): void {
    const { elements, problems } = this;
    this.elements = [];
    this.problems = [];
    this.surroundings.onCut({ elements, lines: linesOf(elements), problems });
  }

  private answerFence(bytes: Uint8Array): void {
    if (this.faults.answersFences) this.surroundings.answer(bytes);
  }

  private paperSensor(): number {
    return (this.faults.paperLow ? 0x03 : 0) | (this.faults.paperOut ? 0x0c : 0);
  }

  /** Epson's bits for `DLE EOT n`; 0x12 is fixed in all of them. */
  private status(n: number): number {
    const { coverOpen, paperOut, paperLow, broken } = this.faults;
    const bits = [
      0,
      this.stopped ? 0x08 : 0,
      (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0) | (broken ? 0x40 : 0),
      broken ? 0x20 : 0,
      (paperLow ? 0x0c : 0) | (paperOut ? 0x60 : 0),
    ];
    return 0x12 | (bits[n] ?? 0);
  }
}

function linesOf(elements: readonly PaperElement[]): string[] {
  return elements.flatMap((element) => (element.kind === 'line' ? [textOf(element)] : []));
}
