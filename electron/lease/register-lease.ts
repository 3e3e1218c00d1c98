import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { ok, type Result } from '../../shared/errors';
import type { LeaseStatus } from '../../shared/lease';
import type { LeaseAnswer, LeaseRequest } from '../../shared/relay-protocol';
import { systemClock } from '../relay/clock';
import type { Clock } from '../relay/clock';
import type { Fetch } from '../relay/relay-request';
import { askLease } from './ask-lease';

export type LeaseElsewhere = Extract<LeaseStatus, { state: 'elsewhere' }>;

export interface LeaseTimings {
  /** From the request to the whole answer. */
  readonly answerMs: number;
  /** Between two requests while the relay has not said how long a lease lasts. */
  readonly askMs: number;
  /** The relay is not asked more often than this, whatever it says, except when something happened. */
  readonly leastMs: number;
  /** What `stop` waits for the relay to hear that the caja is free. */
  readonly releaseMs: number;
}

const documentedTimings: LeaseTimings = {
  answerMs: 5000,
  askMs: 10_000,
  leastMs: 1000,
  releaseMs: 2000,
};

export interface RegisterLeaseOptions {
  /** The relay's address and the caja's token, as in the pairing code. `null`: no relay is paired. */
  readonly relay: { readonly url: string; readonly token: string } | null;
  /** See `installationIdIn`. */
  readonly installation: string;
  /** How people call this computer. */
  readonly computer?: string;
  /** Told of every change, and once by `start`. */
  readonly onStatus: (status: LeaseStatus) => void;
  /**
   * That the caja was seen elsewhere, kept over a restart of the program: without it a till could be restarted out of
   * "elsewhere" while the relay is away.
   */
  readonly memory?: { load(): LeaseElsewhere | null; save(elsewhere: LeaseElsewhere | null): void };
  /** Told of what only a programmer can mend. For the log. */
  readonly onFault?: (error: unknown) => void;
  readonly fetch?: Fetch;
  readonly clock?: Clock;
  readonly newRun?: () => string;
  readonly timings?: Partial<LeaseTimings>;
}

export interface RegisterLease {
  status(): LeaseStatus;
  /** Begins to ask for the caja; does nothing when it already does. */
  start(): void;
  /** Gives the caja back and asks no more. Resolves when nothing runs any more, also when the relay can't be told. */
  stop(): Promise<void>;
  /** Asks at once: the relay said that something changed, the computer slept, or the network came back. */
  look(): void;
  /** As `look`, if this fence of the relay is another than the one we know. */
  heardOfFence(fence: number): void;
  /**
   * A manager wants the caja here, whoever has it. Works without the relay too, because a store must be able to sell when
   * the relay and the other computer are both broken: then the relay is told as soon as it can be.
   */
  takeOver(): Promise<Result<undefined>>;
}

/**
 * Keeps one computer per caja, as far as the relay can tell. It never throws and never blocks a sale for its own
 * troubles: only the relay's word that the caja is elsewhere does.
 */
export function createRegisterLease(options: RegisterLeaseOptions): RegisterLease {
  const { relay, installation, memory, clock = systemClock, fetch = globalThis.fetch } = options;
  const timings = { ...documentedTimings, ...options.timings };
  const run = (options.newRun ?? newRun)();
  const name = nameOf(options.computer ?? hostname());

  let status: LeaseStatus = { state: relay ? 'unknown' : 'notNeeded' };
  let running: Promise<void> | null = null;
  let stopping = false;
  let asked = false;
  let begun = false;
  let takeOverWanted = false;
  let fence: number | null = null;
  let heard: number | null = null;
  let askEveryMs = timings.askMs;
  let wake: () => void = () => undefined;
  let lookAgain = false;
  let cancelExpiry: () => void = () => undefined;
  let asking: AbortController | null = null;
  let answered: (() => void)[] = [];

  function guarded(call: () => void): void {
    try {
      call();
    } catch (error) {
      options.onFault?.(error);
    }
  }

  function tell(next: LeaseStatus): void {
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    const wasElsewhere = status.state === 'elsewhere';
    status = next;
    // First what must survive, then what is shown.
    if (next.state === 'elsewhere') guarded(() => memory?.save(next));
    else if (wasElsewhere) guarded(() => memory?.save(null));
    guarded(() => {
      options.onStatus(next);
    });
  }

  async function ask(claim: LeaseRequest['claim'], timeoutMs: number): Promise<LeaseAnswer | null> {
    if (!relay) return null;
    const controller = new AbortController();
    asking = controller;
    asked = true;
    const cancel = clock.after(timeoutMs, () => {
      controller.abort();
    });
    const answer = await askLease({ ...relay, fetch }, { holder: installation, run, name, claim }, controller.signal);
    cancel();
    asking = null;
    return answer;
  }

  function claimNow(): LeaseRequest['claim'] {
    if (takeOverWanted) return 'takeOver';
    return begun ? 'keep' : 'begin';
  }

  function believe(claim: LeaseRequest['claim'], answer: LeaseAnswer | null): void {
    if (!answer) return;
    begun = true;
    fence = answer.fence;
    // What we heard while we asked is most often what we are told now.
    if (heard !== null && heard !== fence) lookAgain = true;
    heard = null;
    askEveryMs = Math.max(timings.leastMs, Math.min(timings.askMs, answer.ttlMs / 3));
    if (answer.state === 'held') {
      if (claim === 'takeOver') takeOverWanted = false;
      tell({ state: 'held', since: answer.since });
      // While the lease lasts nobody else can have it, whatever the network does.
      cancelExpiry();
      cancelExpiry = clock.after(answer.ttlMs, () => {
        if (status.state === 'held') tell({ state: 'unknown' });
      });
    } else if (answer.state === 'elsewhere' && !takeOverWanted) {
      // A manager who took the caja over while we asked is right, not the answer to what we asked before.
      cancelExpiry();
      tell({ state: 'elsewhere', holder: answer.holder, since: answer.since });
    }
  }

  async function keep(): Promise<void> {
    while (!isStopping()) {
      lookAgain = false;
      const claim = claimNow();
      const answer = await ask(claim, timings.answerMs);
      if (isStopping()) return;
      believe(claim, answer);
      if (claim === 'takeOver') settleTakeOvers();
      if (!isWantedAgain()) await pause(askEveryMs);
    }
  }

  function settleTakeOvers(): void {
    const waiting = answered;
    answered = [];
    for (const call of waiting) call();
  }

  const isStopping = () => stopping;
  const isWantedAgain = () => lookAgain;

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }

  function look(): void {
    lookAgain = true;
    wake();
  }

  return {
    status: () => status,
    start() {
      if (running) return;
      stopping = false;
      guarded(() => {
        const remembered = relay ? (memory?.load() ?? null) : null;
        if (remembered) status = remembered;
      });
      guarded(() => {
        options.onStatus(status);
      });
      if (!relay) return;
      running = keep()
        .catch((error: unknown) => options.onFault?.(error))
        .finally(() => {
          running = null;
          settleTakeOvers();
        });
    },
    async stop() {
      if (!running) return;
      stopping = true;
      asking?.abort();
      wake();
      await running;
      cancelExpiry();
      // Also when no answer came: the relay may have heard us all the same.
      if (asked) await ask('release', timings.releaseMs);
      asked = false;
      begun = false;
    },
    look,
    heardOfFence(told) {
      heard = told;
      if (!asking && told !== fence) look();
    },
    async takeOver() {
      if (!relay || !running) return ok(undefined);
      takeOverWanted = true;
      // What is under way was asked before the manager decided.
      asking?.abort();
      const done = new Promise<void>((resolve) => {
        answered.push(resolve);
      });
      look();
      await done;
      if (status.state === 'elsewhere') tell({ state: 'unknown' });
      return ok(undefined);
    },
  };
}

function newRun(): string {
  return randomBytes(16).toString('hex');
}

function nameOf(computer: string): string {
  return computer.trim().slice(0, 60).trim() || '?';
}
