import type { Confirmation, PrinterSettings, PrintOutcome, Transport } from '../../shared/printer';
import { encodeDrawer } from './encode-drawer';
import { encodeRecovery } from './encode-recovery';
import { encodeTicket } from './encode-ticket';
import { findSystemPrinters } from './find-system-printers';
import { findUsbPrinters } from './find-usb-printers';
import type { HostAnswer, HostCall, HostMessage, Payload, Prepared } from './host-messages';
import { openPrinter, type OpenedPrinter } from './open-printer';
import { printerKey } from './printer-key';
import type { PrinterTimings } from './printer-timings';
import { newPrinterMemory, type PrinterMemory, type PrinterSession } from './printer-session';
import { systemPlaces, type UsbPlaces } from './usb-places';

type Call<Type extends HostCall['type']> = Extract<HostCall, { type: Type }>;

interface PreparedJob {
  /** Goes before the job, and is no part of it. */
  readonly recovery: Uint8Array;
  readonly bytes: Uint8Array;
  readonly session: PrinterSession;
  /** Gives the printer back when nobody comes for it. */
  readonly forgotten: NodeJS.Timeout;
  /** Lets the next one have the printer. */
  readonly release: () => Promise<void>;
}

/** A printer that was prepared and never used is given back, so that it does not stay taken for ever. */
const FORGOTTEN_MS = 15_000;
const NOTHING = new Uint8Array();

/** The work of the printing process, without its process: each call is one message, each printer does one job at a time. */
export class PrinterServer {
  private readonly prepared = new Map<string, PreparedJob>();
  /** What is being sent, and when it has ended. */
  private readonly sent = new Map<PrinterSession, Promise<unknown>>();
  private readonly queues = new Map<string, Promise<void>>();
  private readonly memories = new Map<string, PrinterMemory>();

  constructor(
    private readonly say: (message: HostMessage) => void,
    private readonly places: UsbPlaces = systemPlaces,
    private readonly forgottenMs = FORGOTTEN_MS,
  ) {}

  async serve(call: HostCall): Promise<void> {
    this.say({ type: 'answer', call: call.call, value: await this.answer(call) });
  }

  private answer(call: HostCall): Promise<HostAnswer<HostCall['type']>> {
    switch (call.type) {
      case 'status':
        return this.status(call);
      case 'prepare':
        return this.prepare(call);
      case 'ready':
        return Promise.resolve(this.prepared.has(call.jobId));
      case 'send':
        return this.send(call.jobId);
      case 'abandon':
        return this.abandon(call.jobId);
      case 'takeBack':
        return this.takeBack();
      case 'find':
        return this.find();
    }
  }

  private async find(): Promise<HostAnswer<'find'>> {
    return (await Promise.all([findUsbPrinters(this.places), findSystemPrinters()])).flat();
  }

  private async status({ transport, timings }: Call<'status'>): Promise<HostAnswer<'status'>> {
    const release = await this.take(transport);
    try {
      const opened = await this.open(transport, timings);
      if (!opened.ok) return { state: 'trouble', trouble: opened.trouble };
      const status = await opened.session.status();
      await opened.session.close();
      return status;
    } finally {
      release();
    }
  }

  private async prepare(call: Call<'prepare'>): Promise<Prepared> {
    const { settings, payload } = call;
    const job = encode(payload, settings);
    const release = await this.take(settings.transport);
    let isPrepared = false;
    try {
      const prepared = await this.prepareInTurn(call, job, release);
      isPrepared = prepared.ok;
      return prepared;
    } finally {
      if (!isPrepared) release();
    }
  }

  private async prepareInTurn(call: Call<'prepare'>, bytes: Uint8Array, release: () => void): Promise<Prepared> {
    const { jobId, settings, recover, confirmation, probe, timings } = call;
    const memory = this.memoryOf(settings.transport);
    // What was just learned may not have been written down yet when the call was made.
    memory.confirmation = probe ? null : (memory.confirmation ?? confirmation);
    if (recover) {
      memory.unsettled = true;
      memory.owedFences = Math.max(1, memory.owedFences);
    }
    const opened = await this.open(settings.transport, timings);
    if (!opened.ok) return opened;
    const { session } = opened;
    const giveBack = async () => {
      this.prepared.delete(jobId);
      await session.close();
      release();
    };
    const status = await session.status();
    const trouble = status.state === 'trouble' ? status.trouble : await session.settle();
    if (trouble !== null) {
      await giveBack();
      return { ok: false, trouble };
    }
    const forgotten = setTimeout(() => void giveBack(), this.forgottenMs);
    this.prepared.set(jobId, {
      recovery: recover ? encodeRecovery(settings.cut) : NOTHING,
      bytes,
      session,
      forgotten,
      release: () => {
        clearTimeout(forgotten);
        return giveBack();
      },
    });
    return { ok: true, status };
  }

  private async send(jobId: string): Promise<PrintOutcome> {
    const job = this.prepared.get(jobId);
    if (!job) return { kind: 'failed', trouble: 'unknown' };
    this.prepared.delete(jobId);
    // A ticket that stands half out may wait a minute for paper.
    clearTimeout(job.forgotten);
    const printing = job.session.print(job.recovery, job.bytes, (progress) => {
      this.say({ type: 'progress', jobId, ...progress });
    });
    this.sent.set(job.session, printing);
    try {
      return await printing;
    } finally {
      this.sent.delete(job.session);
      void job.release();
    }
  }

  private async takeBack(): Promise<null> {
    await Promise.allSettled([...this.sent].flatMap(([session, ended]) => (session.takeBack() ? [ended] : [])));
    return null;
  }

  private async abandon(jobId: string): Promise<null> {
    await this.prepared.get(jobId)?.release();
    return null;
  }

  /** Waits for the printer's turn. The returned function ends it. */
  private async take(transport: Transport): Promise<() => void> {
    const key = printerKey(transport);
    const before = this.queues.get(key) ?? Promise.resolve();
    let release: () => void = () => undefined;
    const turn = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.queues.set(
      key,
      before.then(() => turn),
    );
    await before;
    return release;
  }

  private async open(transport: Transport, timings: PrinterTimings): Promise<OpenedPrinter> {
    const printer = printerKey(transport);
    const learn = (confirmation: Confirmation | null) => this.say({ type: 'learned', printer, confirmation });
    const opened = await openPrinter(transport, this.memoryOf(transport), timings, learn, this.places);
    // It was away: what comes back may be another printer, with other habits.
    if (!opened.ok && opened.trouble !== 'busy') this.memories.delete(printer);
    return opened;
  }

  private memoryOf(transport: Transport): PrinterMemory {
    const key = printerKey(transport);
    const memory = this.memories.get(key) ?? newPrinterMemory();
    this.memories.set(key, memory);
    return memory;
  }
}

function encode(payload: Payload, settings: PrinterSettings): Uint8Array {
  if (payload.kind === 'drawer') return encodeDrawer(payload.pin);
  const ticket = encodeTicket(payload.lines, settings);
  // First: the change is counted while the ticket comes out.
  return payload.drawerPin ? Buffer.concat([encodeDrawer(payload.drawerPin), ticket]) : ticket;
}
