import { say } from './say.mjs';

/** Something a person has to do before set-up can go on. The message says what happened and what to do. */
export class SetUpProblem extends Error {}

/** This process was asked to end while it waited for a program. There is nothing to say about it. */
export class Interrupted extends Error {}

const interruptedCode = 130;

/**
 * Runs a script's `main` and turns its end into an exit code: what a person can solve is told in its own words,
 * anything else is a bug and keeps its stack.
 *
 * @param {() => Promise<number | void>} main its number, where it gives one, is the exit code
 */
export async function runAsScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof Interrupted) {
      process.exitCode = interruptedCode;
      return;
    }
    say(error instanceof SetUpProblem ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
