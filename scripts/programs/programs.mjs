import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpProblem } from '../setup/set-up-problem.mjs';
import { startKeeper } from './keeper.mjs';

/** How long after its end what it printed may still arrive. */
const lastWordsMs = 200;
/** Characters of output kept in memory for {@link Program.waitFor} and for telling how a program died. */
const rememberedOutput = 64 * 1024;

/**
 * @typedef {object} Program
 * @property {number} pid
 * @property {Promise<number>} ended resolves with its exit code once its log is written; 128 where a signal ended it
 * @property {(pattern: RegExp, withinMs: number) => Promise<RegExpMatchArray>} waitFor resolves when its output matches
 * @property {() => Promise<void>} stop asks it to end, then makes it
 */

/**
 * Keeps the programs that this process starts, and ends all of them with it. What each prints goes to a file of its
 * own.
 *
 * @param {string} logFolder
 * @param {number} [patienceMs] how long a program may take to end by itself once asked
 */
export function createPrograms(logFolder, patienceMs = 5_000) {
  const keeper = startKeeper();
  /** @type {Set<Program>} */
  const running = new Set();
  mkdirSync(logFolder, { recursive: true });

  return {
    /**
     * @param {string} name what a person calls it; also the name of its log
     * @param {string} executable
     * @param {string[]} args
     * @param {NodeJS.ProcessEnv} [env] added to this process's own
     * @returns {Program}
     */
    start(name, executable, args, env = {}) {
      // The open input is for programs that end when it closes; the keeper sees to those that do not care.
      const child = spawn(executable, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
      child.stdin.on('error', () => {});
      const log = createWriteStream(join(logFolder, `${name}.log`));
      let output = '';
      /** @type {Set<() => void>} */
      const listeners = new Set();
      const changed = () => listeners.forEach((listener) => listener());
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (/** @type {Buffer} */ chunk) => {
          log.write(chunk);
          output = (output + chunk.toString()).slice(-rememberedOutput);
          changed();
        });
      }

      let hasEnded = false;
      /** @type {Promise<number>} */
      const ended = new Promise((resolve) => {
        const end = (/** @type {number | null} */ code) => {
          if (hasEnded) return;
          hasEnded = true;
          if (child.pid !== undefined) keeper.remove(child.pid);
          running.delete(program);
          changed();
          log.end(() => resolve(code ?? 128));
        };
        child.once('error', (error) => {
          output += error.message;
          end(127);
        });
        child.once('close', end);
        // A helper that outlives its parent may keep the pipes open, and then `close` does not come.
        child.once('exit', (code) => setTimeout(() => end(code), lastWordsMs));
      });

      /** @type {Program} */
      const program = {
        pid: child.pid ?? 0,
        ended,
        waitFor: (pattern, withinMs) =>
          new Promise((resolve, reject) => {
            const finish = (/** @type {() => void} */ settle) => {
              clearTimeout(timer);
              listeners.delete(look);
              settle();
            };
            const fail = (/** @type {string} */ what) =>
              finish(() => reject(new SetUpProblem(`${name} ${what}. Its last words:\n${lastLines(output)}`)));
            const look = () => {
              const match = output.match(pattern);
              if (match) finish(() => resolve(match));
              else if (hasEnded) fail('ended before it was ready');
            };
            const timer = setTimeout(() => fail(`was not ready within ${withinMs / 1000} s`), withinMs);
            listeners.add(look);
            look();
          }),
        stop: async () => {
          if (hasEnded) return;
          child.kill('SIGTERM');
          const force = setTimeout(() => child.kill('SIGKILL'), patienceMs);
          await ended;
          clearTimeout(force);
        },
      };
      if (child.pid !== undefined) keeper.add(child.pid);
      running.add(program);
      return program;
    },

    /** Ends everything, newest first. Nothing may be started afterwards. */
    async stopAll() {
      for (const program of [...running].reverse()) await program.stop();
      await keeper.close();
    },
  };
}

/** @param {string} output */
function lastLines(output) {
  return output.trim().split('\n').slice(-20).join('\n');
}
