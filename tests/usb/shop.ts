import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeTicket } from '../../electron/printing/encode-ticket';
import type { PrintJob } from '../../electron/printing/print-job';
import { openDatabase } from '../../electron/storage/open-database';
import { createPrintJobStore } from '../../electron/storage/print-job-store';
import { printerSettingsSchema, type PrinterTrouble, type PrintOutcome } from '../../shared/printer';
import { ticketTexts } from '../../shared/texts/ticket-texts';
import { layoutTicket } from '../../shared/ticket/layout-ticket';
import type { Ticket } from '../../shared/ticket/ticket';
import { decode } from '../../simulator/printer/decode-escpos';
import { aTicket, aTicketLine } from '../support/a-ticket';
import { until } from '../support/until';
import { KernelPrinter } from './kernel-printer';
import { TillProcess } from './till-process';
import { createUsbGadget } from './usb-gadget';

/** A ticket that the till was asked to print. */
export interface Order {
  readonly id: string;
  /** Stands on its paper and on no other. */
  readonly number: string;
  readonly bytes: Buffer;
  /** What must be on its paper. */
  readonly lines: readonly string[];
}

/** What a case begins with: a printer that the till has never met, or a till that has met none. */
export type Beginning = 'new printer' | 'new till' | 'new till without permission';

export const devicePath = '/dev/usb/lp0';
/** What of the settings the bytes depend on. */
const paper = printerSettingsSchema.parse({ transport: { kind: 'usb', path: devicePath }, drawerPin: 2 });
const END_MS = 12_000;
const over: readonly PrintJob['state'][] = ['printed', 'failed', 'unconfirmed'];

/** A till, its printer at a real USB cable, and a second printer that is not plugged in. */
export class Shop {
  readonly printer = new KernelPrinter(createUsbGadget(0));
  readonly otherPrinter = new KernelPrinter(createUsbGadget(1));
  private running: TillProcess | null = null;
  private settings = paper;
  private folder = '';
  private number = 700_000;
  private printers = 0;

  get till(): TillProcess {
    assert(this.running, 'there is no till');
    return this.running;
  }

  constructor() {
    this.otherPrinter.replace('TEST-OTHER');
  }

  /** Everything in order, before a case. */
  async begin(beginning: Beginning | null): Promise<void> {
    this.otherPrinter.pullCable();
    const newTill = beginning?.startsWith('new till') === true || this.running === null;
    if (newTill || beginning === 'new printer') {
      this.printers += 1;
      this.printer.replace(`TEST-${this.printers}`);
    }
    await this.printer.begin();
    if (newTill) {
      await this.running?.kill();
      this.folder = mkdtempSync(join(tmpdir(), 'caja-qr-usb-'));
      const program = beginning === 'new till without permission' ? 'host-without-permission' : 'printer-host';
      this.running = await TillProcess.start(this.folder, program);
    }
    if (newTill || beginning === 'new printer') await this.choosePrinter();
  }

  /** The program again, on the same data, after it was killed. */
  async startTillAgain(): Promise<void> {
    this.running = await TillProcess.start(this.folder, 'printer-host');
    this.running.use(this.settings);
  }

  /** What went wrong may have left the till anyhow: the next case begins with another. */
  async giveUp(): Promise<void> {
    await this.running?.kill();
    this.running = null;
  }

  print({ items = 3 }: { readonly items?: number } = {}): Order {
    this.number += 1;
    const ticket = ticketOf(this.number, items);
    const bytes = encode(ticket);
    const id = `job-${this.number}`;
    this.till.print({ id, checkoutId: null, kind: 'sale', copy: 0, ticket, state: 'queued', trouble: null });
    return { id, number: String(this.number), bytes, lines: decode(bytes, paper).lines };
  }

  openDrawer(): string {
    this.number += 1;
    const id = `job-${this.number}`;
    this.till.print({ id, checkoutId: null, kind: 'drawer', copy: 0, ticket: null, state: 'queued', trouble: null });
    return id;
  }

  /** Waits until it is known how the job ended, and believes only the disk. */
  async end(id: string): Promise<PrintJob> {
    await until(`the end of ${id}`, () => over.includes(this.till.jobs.get(id)?.state ?? 'queued'), END_MS);
    return this.onDisk(id);
  }

  onDisk(id: string): PrintJob {
    const db = openDatabase(join(this.folder, 'till.db'));
    const job = createPrintJobStore(db, () => new Date()).find(id);
    db.close();
    assert(job, `${id} is not on disk`);
    return job;
  }

  /** How the till's only attempt at it went, as the printing process told it. */
  attemptAt(id: string): PrintOutcome | undefined {
    const attempts = this.till.attempts.filter(({ jobId }) => jobId === id);
    assert(attempts.length <= 1, `${attempts.length} attempts at ${id}`);
    return attempts[0]?.outcome;
  }

  /** Waits until the ticket waits for that reason, and sees to it that no byte of it has left. */
  async waits({ id, number }: Order, ...troubles: readonly PrinterTrouble[]): Promise<void> {
    const job = await until(`${id} to wait`, () => this.waiting(id), END_MS);
    assert(job.trouble !== null && troubles.includes(job.trouble), `it waits because of ${String(job.trouble)}`);
    assert.equal(this.printer.received.includes(number), false, 'bytes of it have left');
  }

  /** A ticket that waits with no byte sent, and goes out by itself, once, when what was wrong is put right. */
  async waitsAndGoes(troubles: readonly PrinterTrouble[], repair: () => unknown): Promise<string> {
    const order = this.print();
    await this.waits(order, ...troubles);
    await repair();
    await this.isPrinted(order);
    return `waited (${this.till.reasonsOf(order.id).join(', ')}) with no byte sent, then printed once`;
  }

  /** The ticket is out: once, whole, as it was sent, and the disk knows. */
  async isPrinted(order: Order): Promise<void> {
    const { state, trouble } = await this.end(order.id);
    assert.deepEqual([state, trouble], ['printed', null]);
    await this.isOnPaper(order);
    assert(this.printer.received.includes(order.bytes), 'the bytes are others than were sent');
  }

  /** One whole piece of paper, with nothing else on it. */
  async isOnPaper({ number, lines }: Order): Promise<void> {
    await until(`${number} on paper`, () => this.printer.timesOnPaper(number) > 0);
    assert.equal(this.printer.timesOnPaper(number), 1, `${number} came out more than once`);
    const paper = this.printer.papers.find((each) => each.lines.some((line) => line.includes(number)));
    assert.deepEqual(paper?.lines, lines);
    assert.deepEqual(paper.problems, []);
  }

  /** Only a person can say whether it came out; the till will not try again. */
  async isInDoubt(order: Order, ...troubles: readonly PrinterTrouble[]): Promise<void> {
    const { state, trouble } = await this.end(order.id);
    assert.equal(state, 'unconfirmed');
    assert(trouble !== null && troubles.includes(trouble), `the doubt is because of ${String(trouble)}`);
  }

  /** Whatever happened to the tickets before it, the next one is alone on its paper, and none of them came out again. */
  async nextIsFine(...before: readonly Order[]): Promise<void> {
    const times = before.map(({ number }) => this.printer.timesOnPaper(number));
    const next = this.print();
    await this.isPrinted(next);
    for (const [index, { number }] of before.entries()) {
      const now = this.printer.timesOnPaper(number);
      assert(now <= 1 && now >= (times[index] ?? 0), `${number} is on ${now} papers`);
    }
    assert.deepEqual(this.till.faults, []);
  }

  troubleShown(): PrinterTrouble | null {
    const { status } = this.till;
    return status.state === 'trouble' ? status.trouble : null;
  }

  /** Bytes of the ticket that `print` will print next. */
  lengthOfNext(): number {
    return encode(ticketOf(this.number + 1, 3)).length;
  }

  /** As the manager does it at set-up. */
  private async choosePrinter(): Promise<void> {
    const found = await this.till.find();
    assert.equal(found.length, 1);
    this.settings = { ...paper, transport: found[0]?.transport ?? paper.transport };
    this.till.use(this.settings);
  }

  private waiting(id: string): PrintJob | null {
    const job = this.till.jobs.get(id);
    assert(!over.includes(job?.state ?? 'queued'), `it ended: ${job?.state ?? ''} ${job?.trouble ?? ''}`);
    return job?.state === 'queued' && job.trouble !== null ? job : null;
  }
}

function ticketOf(number: number, items: number): Ticket {
  return aTicket({ number, lines: Array.from({ length: items }, () => aTicketLine()) });
}

function encode(ticket: Ticket): Buffer {
  return Buffer.from(encodeTicket(layoutTicket(ticket, paper, ticketTexts('es-AR')), paper));
}
