import { z } from 'zod';
import { startTexts } from './texts/start-texts';

/** By what a printer on USB is known again when the kernel gives it another number: it does so at every replug. */
export const usbIdentitySchema = z.object({
  /** Four hexadecimal digits each, as USB's list of makers has them. */
  vendor: z.string().regex(/^[0-9a-f]{4}$/),
  product: z.string().regex(/^[0-9a-f]{4}$/),
  /** Null where the printer has none, which is common. */
  serial: z.string().min(1).max(126).nullable(),
  /** The socket it was found at, e.g. "1-1.2": tells twins without a serial number apart. */
  port: z.string().min(1).max(64),
});
export type UsbIdentity = z.infer<typeof usbIdentitySchema>;

/** How the bytes reach the printer. */
export const transportSchema = z.discriminatedUnion('kind', [
  /**
   * A character device: the kernel's `usblp`, or a name that a udev rule gives it, which survives a replug. The kernel's
   * own number may change then: with an `identity` the printer is looked for, without one the path is all there is.
   */
  z.object({
    kind: z.literal('usb'),
    path: z.string().regex(/^\/dev\/[\w-]+(\/[\w-]+)*$/, startTexts.deviceExpected),
    identity: usbIdentitySchema.nullish(),
  }),
  /** Raw TCP, by custom port 9100. */
  z.object({ kind: z.literal('network'), host: z.string().min(1), port: z.int().min(1).max(65535) }),
  /** A queue of the operating system, by its name (CUPS). It takes tickets, and can't tell whether they came out. */
  z.object({ kind: z.literal('system'), queue: z.string().regex(/^[^\s\p{C}/#?'"\\,-][^\s\p{C}/#?'"\\,]{0,126}$/u) }),
  /** Appends each ticket to a file: for trying out, and for shops that print through another program. */
  z.object({ kind: z.literal('file'), path: z.string().min(1) }),
]);
export type Transport = z.infer<typeof transportSchema>;

/** Where a transport leads to, as a person would write it down. */
export function placeOf(transport: Transport): string {
  switch (transport.kind) {
    case 'network':
      return `${transport.host}:${transport.port}`;
    case 'system':
      return transport.queue;
    default:
      return transport.path;
  }
}

/** `ascii` is the last resort for printers that know no page: accents are dropped. */
export const codePageSchema = z.enum(['PC858', 'WPC1252', 'PC850', 'PC860', 'PC437', 'ascii']);
export type CodePage = z.infer<typeof codePageSchema>;

export const printerSettingsSchema = z.object({
  transport: transportSchema,
  /** Characters of Font A in a line: 32 on 58 mm paper, 48 (or 42) on 80 mm. */
  columns: z.int().min(24).max(64).default(48),
  codePage: codePageSchema.default('PC858'),
  cut: z.enum(['partial', 'full', 'none']).default('partial'),
  /** Connector pin of the cash drawer; null when there is none. */
  drawerPin: z
    .union([z.literal(2), z.literal(5)])
    .nullable()
    .default(null),
});
export type PrinterSettings = z.infer<typeof printerSettingsSchema>;

/** Why a printer can't print now. Each has its sentence in the texts. */
export const printerTroubleSchema = z.enum([
  'notConfigured',
  'notFound',
  'noPermission',
  'busy',
  'paperOut',
  'coverOpen',
  'offline',
  'printerError',
  'unplugged',
  'stalled',
  'notADevice',
  'queueStopped',
  'queueBusy',
  'leftInQueue',
  'diskFull',
  'programStopped',
  'unknown',
]);
export type PrinterTrouble = z.infer<typeof printerTroubleSchema>;

/** What is known of the printer right now. `unknown`: it does not answer status requests, which many do not. */
export const printerStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('notConfigured') }),
  z.object({ state: z.literal('ready'), paperLow: z.boolean(), answersStatus: z.boolean() }),
  z.object({ state: z.literal('trouble'), trouble: printerTroubleSchema }),
  z.object({ state: z.literal('unknown') }),
]);
export type PrinterStatus = z.infer<typeof printerStatusSchema>;

/**
 * How a printer tells that a ticket came to its end: `processId` names the very ticket (Epson's `GS ( H`), a `fence` is
 * answered in its turn (`GS r`), and many clones answer `nothing`. Found out once, with the first ticket.
 */
export const confirmationSchema = z.enum(['processId', 'fence', 'nothing']);
export type Confirmation = z.infer<typeof confirmationSchema>;

/** Which device a queue of the system sends to, as far as its address says. */
const queueTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('usb'), name: z.string(), serial: z.string().nullable() }),
  z.object({ kind: z.literal('network'), host: z.string(), port: z.int() }),
]);
export type QueueTarget = z.infer<typeof queueTargetSchema>;

/** A printer that was found by looking. */
export const foundPrinterSchema = z.object({
  transport: transportSchema,
  label: z.string(),
  /** Why it can't be used yet, as `noPermission`. */
  trouble: printerTroubleSchema.nullable(),
  /** It behaved as a ticket printer does. Otherwise it may be anything that prints, or something else altogether. */
  certain: z.boolean(),
  /** Of a queue of the system, so that a printer which was found twice can be shown once. */
  target: queueTargetSchema.nullable(),
});
export type FoundPrinter = z.infer<typeof foundPrinterSchema>;

/**
 * How an attempt to print ended. `failed`: not one byte left, so it may be tried again. `unconfirmed`: some bytes may
 * be on paper, so only a person may decide. `printed` with `confirmed: false`: all bytes were taken, the printer can't say more.
 */
export const printOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('printed'), confirmed: z.boolean() }),
  z.object({ kind: z.literal('failed'), trouble: printerTroubleSchema }),
  z.object({ kind: z.literal('unconfirmed'), trouble: printerTroubleSchema, bytesSent: z.int().nonnegative() }),
]);
export type PrintOutcome = z.infer<typeof printOutcomeSchema>;
