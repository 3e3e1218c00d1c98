import type {
  Confirmation,
  FoundPrinter,
  PrinterSettings,
  PrinterStatus,
  PrintOutcome,
  Transport,
} from '../../shared/printer';
import { forgetfulConfirmations, type ConfirmationStore } from './confirmation-store';
import {
  hostAnswers,
  hostMessageSchema,
  type HostAnswer,
  type HostCall,
  type Payload,
  type Prepared,
} from './host-messages';
import { printerKey } from './printer-key';
import type { Progress } from './printer-session';
import { printerTimingsSchema, type PrinterTimings } from './printer-timings';

/** A running printing process, however it was started. */
export interface PrinterEndpoint {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when it is gone for whatever reason. */
  onExit(listener: () => void): void;
  kill(): void;
}

interface PrepareRequest {
  readonly jobId: string;
  readonly settings: PrinterSettings;
  readonly payload: Payload;
  readonly recover: boolean;
  /** Find out anew how the printer says that it got to the end, whatever is remembered. */
  readonly probe?: boolean;
}

/** The printing process as the main process sees it: it answers in time or counts as dead, and it never throws. */
export interface PrinterClient {
  status(transport: Transport): Promise<PrinterStatus>;
  /** Takes the printer and looks at it. No byte of the job leaves. */
  prepare(request: PrepareRequest): Promise<Prepared>;
  /** Lets a prepared job go, once. */
  send(jobId: string, onProgress: (progress: Progress) => void): Promise<PrintOutcome>;
  /** Gives the printer back without printing. */
  abandon(jobId: string): Promise<void>;
  /** Takes back what waits in a queue of the system, whose `send` ends then. Resolves when that is done, or can't be. */
  takeBack(): Promise<void>;
  find(): Promise<readonly FoundPrinter[]>;
  close(): void;
}

/** Why there is no printing process any more. */
export type HostEnd = 'notStarted' | 'exited' | 'hung' | 'garbled';

export interface PrinterClientOptions {
  readonly spawn: () => PrinterEndpoint;
  readonly timings?: Partial<PrinterTimings>;
  readonly confirmations?: ConfirmationStore;
  /** Milliseconds without a word after which the printing process counts as hung and is killed. */
  readonly patienceMs?: number;
  readonly onHostGone?: (why: HostEnd) => void;
}

type CallType = HostCall['type'];
type CallWithoutNumber = HostCall extends infer Each ? (Each extends HostCall ? Omit<Each, 'call'> : never) : never;

interface Pending {
  readonly type: CallType;
  readonly answer: (value: unknown) => void;
  /** The process will not answer any more. */
  readonly giveUp: () => void;
  timer: NodeJS.Timeout;
  readonly jobId: string | null;
  readonly onProgress: (progress: Progress) => void;
}

const PATIENCE_MS = 20_000;

/** Starts the printing process when it is first needed, and again after it died. */
export function createPrinterClient(options: PrinterClientOptions): PrinterClient {
  const { spawn, patienceMs = PATIENCE_MS, onHostGone = () => undefined } = options;
  const confirmations = options.confirmations ?? forgetfulConfirmations();
  const timings = printerTimingsSchema.parse(options.timings ?? {});
  const pending = new Map<number, Pending>();
  let calls = 0;
  let host: PrinterEndpoint | null = null;
  let closed = false;

  function running(): PrinterEndpoint | null {
    if (host) return host;
    const started = start();
    if (!started) return null;
    host = started;
    started.onMessage((message) => hear(started, message));
    started.onExit(() => gone(started, 'exited'));
    return started;
  }

  function start(): PrinterEndpoint | null {
    try {
      return spawn();
    } catch {
      // Out of memory or processes: the next call tries again.
      onHostGone('notStarted');
      return null;
    }
  }

  function gone(endpoint: PrinterEndpoint, why: HostEnd): void {
    if (endpoint !== host) return;
    host = null;
    if (why !== 'exited') endpoint.kill();
    const unanswered = [...pending.values()];
    pending.clear();
    for (const { timer, giveUp } of unanswered) {
      clearTimeout(timer);
      giveUp();
    }
    if (!closed) onHostGone(why);
  }

  function hear(endpoint: PrinterEndpoint, raw: unknown): void {
    if (endpoint !== host) return;
    const message = hostMessageSchema.safeParse(raw);
    if (!message.success) gone(endpoint, 'garbled');
    else if (message.data.type === 'answer') settle(endpoint, message.data.call, message.data.value);
    else if (message.data.type === 'learned') remember(message.data.printer, message.data.confirmation);
    else progress(endpoint, message.data);
  }

  function remember(printer: string, confirmation: Confirmation | null): void {
    try {
      confirmations.write(printer, confirmation);
    } catch {
      // A full disk must not end a ticket that is coming out: the next one finds it out again.
    }
  }

  function settle(endpoint: PrinterEndpoint, call: number, raw: unknown): void {
    const waiting = pending.get(call);
    if (!waiting) return;
    const value = hostAnswers[waiting.type].safeParse(raw);
    if (!value.success) {
      gone(endpoint, 'garbled');
      return;
    }
    pending.delete(call);
    clearTimeout(waiting.timer);
    waiting.answer(value.data);
  }

  function progress(endpoint: PrinterEndpoint, { jobId, ...news }: Progress & { readonly jobId: string }): void {
    for (const waiting of pending.values()) {
      if (waiting.jobId !== jobId || waiting.type !== 'send') continue;
      clearTimeout(waiting.timer);
      waiting.timer = setTimeout(() => gone(endpoint, 'hung'), patienceMs);
      waiting.onProgress(news);
    }
  }

  /** Resolves with the answer, or with `otherwise` when the process dies, hangs or can't be started. */
  function ask<Request extends CallWithoutNumber>(
    request: Request,
    otherwise: () => HostAnswer<Request['type']>,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Promise<HostAnswer<Request['type']>> {
    const endpoint = closed ? null : running();
    if (!endpoint) return Promise.resolve(otherwise());
    return new Promise((resolve) => {
      const call = (calls += 1);
      pending.set(call, {
        type: request.type,
        jobId: 'jobId' in request ? request.jobId : null,
        // `settle` has checked the value against the schema of this very call.
        answer: (value) => resolve(value as HostAnswer<Request['type']>),
        giveUp: () => resolve(otherwise()),
        timer: setTimeout(() => gone(endpoint, 'hung'), patienceMs),
        onProgress,
      });
      try {
        endpoint.post({ ...request, call });
      } catch {
        gone(endpoint, 'exited');
      }
    });
  }

  return {
    status: (transport) =>
      ask({ type: 'status', transport, timings }, () => ({ state: 'trouble', trouble: 'unknown' })),
    prepare: ({ probe = false, ...request }) => {
      const confirmation = confirmations.read(printerKey(request.settings.transport));
      const call = { type: 'prepare', ...request, confirmation, probe, timings } as const;
      return ask(call, () => ({ ok: false, trouble: 'unknown' }));
    },
    send: async (jobId, onProgress) => {
      // It may have died while the attempt was written down, without a word yet.
      if (!(await ask({ type: 'ready', jobId }, () => false))) return { kind: 'failed', trouble: 'programStopped' };
      let bytesSent = 0;
      return ask(
        { type: 'send', jobId },
        // It had leave to print. Whether it did, nobody can say any more.
        () => ({ kind: 'unconfirmed', trouble: 'programStopped', bytesSent }),
        (news) => {
          bytesSent = news.bytesSent;
          onProgress(news);
        },
      );
    },
    abandon: async (jobId) => {
      await ask({ type: 'abandon', jobId }, () => null);
    },
    takeBack: async () => {
      // A process that does not run holds nothing, and need not be started for it.
      if (host) await ask({ type: 'takeBack' }, () => null);
    },
    find: () => ask({ type: 'find' }, () => []),
    close: () => {
      closed = true;
      const last = host;
      if (!last) return;
      gone(last, 'exited');
      last.kill();
    },
  };
}
