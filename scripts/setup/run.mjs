import { spawn } from 'node:child_process';
import { Interrupted } from './set-up-problem.mjs';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * @typedef {object} Ended
 * @property {number} code exit code; 127 where the program does not exist, 128 where a signal ended it
 * @property {string} output what it printed on both streams, in order
 */

/**
 * Runs a program to its end, quietly: what it prints is returned, not shown. It never outlives this process's wish to
 * end: npm, asked nicely, undoes an installation for half a minute, and would meet the one that is started meanwhile.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<Ended>}
 * @throws {Interrupted} when this process was asked to end
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let interrupted = false;
    const interrupt = () => {
      interrupted = true;
      child.kill('SIGKILL');
    };
    for (const signal of signals) process.on(signal, interrupt);
    const end = (/** @type {Ended} */ ended) => {
      for (const signal of signals) process.off(signal, interrupt);
      if (interrupted) reject(new Interrupted());
      else resolve(ended);
    };

    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => end({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code) => end({ code: code ?? 128, output }));
  });
}
