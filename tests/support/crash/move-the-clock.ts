import { existsSync, readFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { cutFiles } from './cut-plan';

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

const LOOK_MS = 10;

/**
 * Inside the program under test: lets time pass at once. The file `ahead` says by how many ms; whatever slept until
 * then is woken in its turn. Sockets and child processes keep the computer's time.
 */
export function moveTheClock(folder: string): void {
  const RealDate = Date;
  const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout, setInterval: realSetInterval } = globalThis;
  const realNow = performance.now.bind(performance);
  const asked = (): number => {
    const file = join(folder, cutFiles.ahead);
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0;
  };
  let ahead = asked();
  const sleepers = new Map<NodeJS.Timeout, Sleeper>();

  globalThis.Date = class extends RealDate {
    constructor(...parts: unknown[]) {
      // The real constructor tells its own overloads apart.
      super(...((parts.length === 0 ? [RealDate.now() + ahead] : parts) as [number]));
    }
    static override now(): number {
      return RealDate.now() + ahead;
    }
  } as DateConstructor;
  performance.now = () => realNow() + ahead;

  const sleep = (callback: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): NodeJS.Timeout => {
    const wake = () => {
      sleepers.delete(timer);
      callback(...given);
    };
    const timer = realSetTimeout(wake, ms);
    sleepers.set(timer, { due: performance.now() + ms, wake });
    return timer;
  };
  const rouse = (timer?: NodeJS.Timeout): void => {
    if (timer) sleepers.delete(timer);
    realClearTimeout(timer);
  };
  const require = createRequire(__filename);
  // Electron makes its own globals of the module's functions after this.
  const timers = require('node:timers') as object;
  for (const place of [globalThis, timers]) Object.assign(place, { setTimeout: sleep, clearTimeout: rouse });

  const promised = require('node:timers/promises') as {
    setTimeout: (ms: number, value?: unknown, options?: { signal?: AbortSignal; ref?: boolean }) => Promise<unknown>;
  };
  promised.setTimeout = (ms, value, { signal, ref = true } = {}) =>
    new Promise((resolve, reject) => {
      const abort = () => {
        rouse(timer);
        reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
      };
      const timer = sleep(() => {
        signal?.removeEventListener('abort', abort);
        resolve(value);
      }, ms);
      if (!ref) timer.unref();
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort, { once: true });
    });
  syncBuiltinESMExports();

  realSetInterval(() => {
    const next = asked();
    if (next <= ahead) return;
    ahead = next;
    const now = performance.now();
    const due = [...sleepers].filter(([, sleeper]) => sleeper.due <= now).sort(([, a], [, b]) => a.due - b.due);
    for (const [timer, { wake }] of due) {
      realClearTimeout(timer);
      wake();
    }
    // Whoever sleeps on has less of it left.
    for (const [timer, { due: dueAt, wake }] of sleepers) {
      if (due.some(([woken]) => woken === timer)) continue;
      realClearTimeout(timer);
      shorten(timer, dueAt - now, wake);
    }
  }, LOOK_MS).unref();

  /** Under the handle that its owner knows, so that it can still be called off. */
  function shorten(timer: NodeJS.Timeout, ms: number, wake: () => void): void {
    const shorter = realSetTimeout(() => {
      if (sleepers.has(timer)) wake();
    }, ms);
    shorter.unref();
  }
}
