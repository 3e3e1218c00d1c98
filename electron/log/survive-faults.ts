import type { Log } from './log';

/** Sooner than this after its start a fault would come back at once, and the program would only go round in a circle. */
const TOO_SOON_MS = 60_000;

/**
 * What to do with an error that nobody caught. Electron's own answer is a box, and the whole till stands still until
 * somebody closes it, payments that arrive meanwhile included. Everything that matters is on disk before it is done, so
 * the program starts again, and goes on with what is there; or simply goes on where it has only just started.
 * @param uptimeMs how long this program has been running.
 */
export function answerFault(log: Log, startAgain: () => void, uptimeMs: () => number): (error: unknown) => void {
  return (error) => {
    const goOn = uptimeMs() < TOO_SOON_MS;
    log('app.fault', { error, then: goOn ? 'goes on' : 'starts again' });
    if (!goOn) startAgain();
  };
}

/** Takes every error that nobody caught in this process. */
export function surviveFaults(log: Log, startAgain: () => void): void {
  process.on(
    'uncaughtException',
    answerFault(log, startAgain, () => process.uptime() * 1000),
  );
  // Nothing has been thrown through anybody's hands: only an answer that nobody waited for.
  process.on('unhandledRejection', (error) => log('app.unheard', { error }));
}
