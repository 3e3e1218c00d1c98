import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

export interface WindowToWatch {
  readonly executable: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** JavaScript that is true in its page once it is ready. */
  readonly isReady: string;
}

export interface WatchedWindow {
  readonly pid: number;
  /** From the start of the process until a frame with the ready page was painted. */
  readonly readyMs: number;
  /** Closes the window as a person does, and waits until every process is gone. */
  close(): Promise<void>;
}

const DEADLINE_MS = 60_000;

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  sessionId: z.string().optional(),
  params: z
    .object({
      sessionId: z.string().optional(),
      targetInfo: z.object({ targetId: z.string(), type: z.string() }).optional(),
      context: z.object({ uniqueId: z.string(), auxData: z.object({ isDefault: z.boolean() }) }).optional(),
    })
    .optional(),
  result: z.object({ result: z.object({ value: z.unknown() }).optional() }).optional(),
});

/**
 * Starts an Electron and measures until its page is ready, over DevTools on a pipe: nothing that could slow the start
 * down is attached, and the same thing is asked of every window.
 */
export async function openWatched(window: WindowToWatch): Promise<WatchedWindow> {
  const startedAt = performance.now();
  const child = spawn(window.executable, [...window.arguments, '--remote-debugging-pipe'], {
    env: { ...process.env, ...window.environment },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'close');
  const { pid } = child;
  if (pid === undefined) throw new Error(`${window.executable} could not be started`);
  const say = speakTo(child.stdio[3] as Writable);

  let target = '';
  const ready = new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the window was not ready in time')), DEADLINE_MS);
    void gone.then(() => reject(new Error('the window went away')));
    hear(child.stdio[4] as Readable, ({ method, params, result, sessionId }) => {
      if (method === 'Target.attachedToTarget' && params?.targetInfo?.type === 'page') {
        target = params.targetInfo.targetId;
        say('Runtime.enable', {}, params.sessionId);
      }
      const context = method === 'Runtime.executionContextCreated' ? params?.context : undefined;
      if (context?.auxData.isDefault) {
        const expression = onceReady(window.isReady);
        say('Runtime.evaluate', { expression, awaitPromise: true, uniqueContextId: context.uniqueId }, sessionId);
      }
      if (result?.result?.value !== 'ready') return;
      clearTimeout(late);
      resolve(performance.now() - startedAt);
    });
  });
  say('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });

  try {
    const readyMs = await ready;
    return {
      pid,
      readyMs,
      close: async () => {
        say('Target.closeTarget', { targetId: target });
        await gone;
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Resolves when the condition holds and, after that, a frame was painted. */
function onceReady(condition: string): string {
  return `new Promise((resolve) => {
    const changes = new MutationObserver(look);
    function look() {
      if (!(${condition})) return;
      changes.disconnect();
      document.removeEventListener('readystatechange', look);
      requestAnimationFrame(() => requestAnimationFrame(() => resolve('ready')));
    }
    changes.observe(document, { subtree: true, childList: true, attributeFilter: ['data-ready'] });
    document.addEventListener('readystatechange', look);
    look();
  })`;
}

function speakTo(pipe: Writable) {
  let id = 0;
  pipe.on('error', () => undefined);
  return (method: string, params: object, sessionId?: string): void => {
    id += 1;
    pipe.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  };
}

function hear(pipe: Readable, listener: (message: z.infer<typeof messageSchema>) => void): void {
  let text = '';
  pipe.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (text + chunk).split('\0');
    text = messages.pop() ?? '';
    for (const message of messages) listener(messageSchema.parse(JSON.parse(message)));
  });
}
