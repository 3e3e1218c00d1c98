import type { PrinterTrouble } from '../../../shared/printer';
import type { SpoolerAnswer } from './ask-spooler';

/** How a queue of the system is, from `lpstat -l -p NAME -a NAME -o NAME`. */
export interface QueueState {
  /** Why it takes nothing, or lets nothing out. */
  readonly trouble: PrinterTrouble | null;
  /** Why what it holds does not come out. Of an empty one it may be left over from a job of yesterday. */
  readonly alert: PrinterTrouble | null;
  /** What it has not printed yet, e.g. "Tickets-12". */
  readonly jobs: readonly string[];
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
  return { trouble, alert: null, jobs: [] };
}

function isJobOf(queue: string, id: string): boolean {
  return id.startsWith(`${queue}-`) && /^\d+$/.test(id.slice(queue.length + 1));
}

/** The job's number, from what `lp` answers when it has taken one: "request id is Tickets-12 (0 file(s))". */
export function jobIdOf({ out }: SpoolerAnswer): string | null {
  return /^request id is (\S+) \(/m.exec(out)?.[1] ?? null;
}

/** Whether the job was thrown away instead of printed, from `lpstat -l -W completed -o NAME`. */
export function wasDropped(id: string, { out }: SpoolerAnswer): boolean {
  const lines = out.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`${id} `));
  if (from < 0) return false;
  const rest = lines.slice(from + 1);
  const next = rest.findIndex((line) => line !== '' && !line.startsWith('\t'));
  return rest.slice(0, next < 0 ? undefined : next).some((line) => /^\tAlerts:.*\b(aborted|canceled)-/.test(line));
}
