import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { codeOf } from '../../electron/printing/devices/trouble-of';
import type { PrinterFaults } from '../../simulator/printer/printer-faults';
import { PrinterModel, type CutPaper } from '../../simulator/printer/printer-model';
import { until } from '../support/until';
import { setPortStatus } from './port-status';
import type { UsbGadget } from './usb-gadget';

const POLL_MS = 10;
const MEET_MS = 15_000;
/** `GS V`: feeds what is on the paper past the knife, and cuts. */
const CUT = Uint8Array.of(0x1d, 0x56, 66, 0);
const allWell: Partial<PrinterFaults> = {
  paperOut: false,
  paperLow: false,
  coverOpen: false,
  offline: false,
  broken: false,
  answersStatus: true,
  answersFences: true,
  neverReads: false,
  bytesPerSecond: null,
  paperOutAfterLines: null,
  unplugAfterBytes: null,
};

/**
 * The simulator's printer at the far end of a real USB cable. When the cable is pulled it stays on: what it had in its
 * buffer is printed, and a command that was cut off waits for its rest, as it does in a shop.
 */
export class KernelPrinter {
  readonly papers: CutPaper[] = [];
  /** It knows `GS ( H`. */
  answersProcessIds = true;
  /** Called when it gets to the end of a ticket and is about to say so. */
  onEnd: () => void = () => undefined;
  /** It does not say so yet. */
  keepsAnswers = false;

  private readonly model: PrinterModel;
  private fd: number | null = null;
  private plugged = false;
  private readonly incoming = Buffer.alloc(8192);
  private arrived: Buffer[] = [];
  private outgoing: Uint8Array[] = [];
  private kept: Uint8Array[] = [];
  private portStatus = '';

  constructor(private readonly gadget: UsbGadget) {
    this.model = new PrinterModel({
      columns: 48,
      answer: (bytes) => this.answer(bytes),
      onCut: (paper) => void this.papers.push(paper),
      onUnplug: () => this.pullCable(),
    });
    setInterval(() => {
      this.showPortStatus();
      this.sendAnswers();
      this.read();
    }, POLL_MS);
  }

  get faults(): PrinterFaults {
    return this.model.faults;
  }

  /** Lines since the last cut. */
  get unfinished(): readonly string[] {
    return this.model.unfinished;
  }

  /** Everything that came through the cable since `begin`, status requests included. */
  get received(): Buffer {
    return Buffer.concat(this.arrived);
  }

  /** The same without status requests, as a number. */
  get ticketBytes(): number {
    return this.model.bytesReceived;
  }

  get drawerKicks(): number {
    return this.model.drawerKicks.length;
  }

  /** On how many pieces of paper, the torn one that is still in it included, something with this text stands. */
  timesOnPaper(text: string): number {
    const pieces = [...this.papers.map(({ lines }) => lines), this.unfinished];
    return pieces.filter((lines) => lines.some((line) => line.includes(text))).length;
  }

  /** Resolves when the computer has met it. */
  async plugIn(): Promise<void> {
    if (this.plugged) return;
    this.plugged = true;
    this.gadget.plugIn();
    this.fd = await until('the printer to meet the computer', () => this.open(), MEET_MS);
    await until('the computer to meet the printer', () => this.gadget.isMet(), MEET_MS);
  }

  pullCable(): void {
    if (!this.plugged) return;
    // Linux 6.1 crashes when a gadget comes back that a program had open while it went.
    if (this.fd !== null) closeSync(this.fd);
    this.fd = null;
    this.plugged = false;
    this.outgoing = [];
    this.gadget.pullCable();
  }

  /** Off and on again: what was in its buffer is lost, the paper stays where it is. */
  async cutPower(): Promise<void> {
    this.pullCable();
    this.model.restart();
    await this.plugIn();
  }

  /** In order, with an empty tray, nothing in its buffer and its cable in. */
  async begin(): Promise<void> {
    Object.assign(this.faults, allWell);
    this.answersProcessIds = true;
    this.onEnd = () => undefined;
    this.keepsAnswers = false;
    this.kept = [];
    this.model.restart();
    this.model.receive(CUT);
    this.papers.length = 0;
    this.arrived = [];
    await this.plugIn();
  }

  /** Says late what it kept. */
  sayWhatItKept(): void {
    this.keepsAnswers = false;
    this.send(...this.kept.splice(0));
  }

  /** Another one of the same kind takes its place. */
  replace(serialNumber: string): void {
    this.pullCable();
    this.gadget.setSerialNumber(serialNumber);
  }

  private open(): number | null {
    try {
      return openSync(this.gadget.device, constants.O_RDWR | constants.O_NONBLOCK);
    } catch (error) {
      if (codeOf(error) === 'ENODEV' || codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  private read(): void {
    while (this.fd !== null && this.model.hasRoom) {
      let count: number;
      try {
        count = readSync(this.fd, this.incoming, 0, this.incoming.length, null);
      } catch (error) {
        if (codeOf(error) === 'EAGAIN') return;
        throw error;
      }
      if (count === 0) return;
      const bytes = Buffer.from(this.incoming.subarray(0, count));
      this.arrived.push(bytes);
      this.model.receive(bytes);
    }
  }

  private answer(bytes: Uint8Array): void {
    const isStatus = bytes.length === 1 && ((bytes[0] ?? 0) & 0x93) === 0x12;
    const isProcessId = bytes.length > 1;
    if (isProcessId && !this.answersProcessIds) return;
    if (!isStatus) this.onEnd();
    if (!isStatus && this.keepsAnswers) this.kept.push(bytes);
    else this.send(bytes);
  }

  private send(...answers: readonly Uint8Array[]): void {
    // An answer needs a cable.
    if (this.fd !== null) this.outgoing.push(...answers);
    this.sendAnswers();
  }

  /** An answer that nobody fetches stays where it is: whoever opens the printer next gets it. */
  private sendAnswers(): void {
    while (this.fd !== null && this.outgoing[0] !== undefined) {
      try {
        writeSync(this.fd, this.outgoing[0]);
      } catch (error) {
        if (codeOf(error) === 'EAGAIN') return;
        throw error;
      }
      this.outgoing.shift();
    }
  }

  private showPortStatus(): void {
    if (this.fd === null) return;
    const { paperOut, coverOpen, offline, broken } = this.faults;
    const status = { paperOut, stopped: paperOut || coverOpen || offline || broken };
    const text = JSON.stringify(status);
    if (text === this.portStatus) return;
    setPortStatus(this.fd, status);
    this.portStatus = text;
  }
}
