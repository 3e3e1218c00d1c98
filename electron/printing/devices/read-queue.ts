import type { PrinterTrouble } from '../../../shared/printer';
import type { SpoolerAnswer } from './ask-spooler';

/** How a queue of the system is, from `lpstat -l -p NAME -a NAME -o NAME`. */
export interface QueueState {
  /** Why it takes nothing, or lets nothing out. */
  readonly trouble: PrinterTrouble | null;
  /** Why what it holds does not come out. Of an empty one it may be left over from a job of yesterday. */
  readonly alert: PrinterTrouble | null;
  /** What it has not printed yet, e.g. "Tickets-12"; null where nothing can be seen. */
  readonly jobs: readonly string[] | null;
}

/** What CUPS calls the state of a printer (RFC 8011, "printer-state-reasons"), where it keeps it from printing. */
const alerts: readonly (readonly [RegExp, PrinterTrouble])[] = [
  [/\bmedia-(empty|needed)/, 'paperOut'],
  [/\b(cover|door|interlock)-open/, 'coverOpen'],
  [/\boffline/, 'offline'],
];

export function readQueue(queue: string, { code, out, absent }: SpoolerAnswer): QueueState {
  if (absent) return closed('notFound');
  // It took too long, or was told of no such printer: CUPS says the same when it does not run.
  if (code !== 0) return closed(code === null ? 'stalled' : 'notFound');
  const lines = out.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`printer ${queue} `));
  const jobs = lines.flatMap((line) => {
    const id = line.split(' ')[0] ?? '';
    return isJobOf(queue, id) ? [id] : [];
  });
  // Of the printer, not of its jobs, which come later.
  const said = lines.slice(first).find((line) => line.startsWith('\tAlerts:')) ?? '';
  const stopped =
    lines.some((line) => line.startsWith(`${queue} not accepting requests`)) ||
    (lines[first] ?? '').startsWith(`printer ${queue} disabled`);
  return {
    trouble: stopped ? 'queueStopped' : null,
    alert: alerts.find(([words]) => words.test(said))?.[1] ?? null,
    jobs,
  };
}

function closed(trouble: PrinterTrouble): QueueState {
  return { trouble, alert: null, jobs: null };
}

function isJobOf(queue: string, id: string): boolean {
  return id.startsWith(`${queue}-`) && /^\d+$/.test(id.slice(queue.length + 1));
}

/** The job's name, from what `lp` answers when it has taken one: "request id is Tickets-12 (0 file(s))", in any language. */
export function jobIdOf(queue: string, { out }: SpoolerAnswer): string | null {
  return out.split(/\s+/).find((word) => isJobOf(queue, word)) ?? null;
}

/**
 * How a job ended, from `lpstat -l -W completed -o NAME`. `untold`: no ended job is in that list, as where CUPS is told to
 * keep none. Null: the list can't be read, or keeps others and not this one.
 */
export function endIn(id: string, { code, out }: SpoolerAnswer): 'printed' | 'dropped' | 'untold' | null {
  if (code !== 0) return null;
  const lines = out.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`${id} `));
  if (from < 0) return out.trim() === '' ? 'untold' : null;
  const rest = lines.slice(from + 1);
  const next = rest.findIndex((line) => line !== '' && !line.startsWith('\t'));
  const said = rest.slice(0, next < 0 ? undefined : next);
  return said.some((line) => /^\tAlerts:.*\b(aborted|canceled)-/.test(line)) ? 'dropped' : 'printed';
}
