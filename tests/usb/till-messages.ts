import type { PrintJob } from '../../electron/printing/print-job';
import type { FoundPrinter, PrinterSettings, PrinterStatus, PrintOutcome } from '../../shared/printer';

/** The moments of a print job on disk: each just before it is written, and just after. */
export const steps = ['before begun', 'begun', 'before ended', 'ended'] as const;
export type Step = (typeof steps)[number];

/** What a case asks of the till. */
export type TillCommand =
  | { readonly do: 'use'; readonly settings: PrinterSettings }
  | { readonly do: 'print'; readonly job: PrintJob }
  | { readonly do: 'find' }
  /** Stands still at the next such moment, until it is told to go on or is killed. */
  | { readonly do: 'stopAt'; readonly step: Step };

/** What the till tells. */
export type TillNews =
  | { readonly tell: 'ready' }
  /** As it is on disk. */
  | { readonly tell: 'job'; readonly job: PrintJob }
  | { readonly tell: 'attempt'; readonly jobId: string; readonly outcome: PrintOutcome }
  | { readonly tell: 'status'; readonly status: PrinterStatus }
  | { readonly tell: 'found'; readonly printers: readonly FoundPrinter[] }
  | { readonly tell: 'printingProcess'; readonly pid: number }
  | { readonly tell: 'fault'; readonly error: string };
