import { z } from 'zod';
import {
  confirmationSchema,
  foundPrinterSchema,
  printerSettingsSchema,
  printerStatusSchema,
  printerTroubleSchema,
  printOutcomeSchema,
  transportSchema,
} from '../../shared/printer';
import { printedLineSchema } from '../../shared/ticket/printed-line';
import { printerTimingsSchema } from './printer-timings';

/** What is to leave for the printer. */
const payloadSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ticket'),
    lines: z.array(printedLineSchema),
    /** The drawer that opens before it. */
    drawerPin: z.union([z.literal(2), z.literal(5)]).nullish(),
  }),
  z.object({ kind: z.literal('drawer'), pin: z.union([z.literal(2), z.literal(5)]) }),
]);
export type Payload = z.infer<typeof payloadSchema>;

const call = z.object({ call: z.int() });

/**
 * What the main process asks of the printing process. A job takes three calls: `prepare` takes the printer and looks at
 * it without printing, `ready` asks whether it still has the job, `send` lets the bytes go. After `prepare` the main
 * process writes down that the attempt began; without a `ready` it knows that not one byte left.
 */
export const hostCallSchema = z.discriminatedUnion('type', [
  call.extend({ type: z.literal('status'), transport: transportSchema, timings: printerTimingsSchema }),
  call.extend({
    type: z.literal('prepare'),
    jobId: z.string(),
    settings: printerSettingsSchema,
    payload: payloadSchema,
    /** The job before this one may have ended in the middle of a command. */
    recover: z.boolean(),
    /** What is remembered of this printer; null when it was never asked. */
    confirmation: confirmationSchema.nullable(),
    /** Ask it anew all the same. */
    probe: z.boolean(),
    timings: printerTimingsSchema,
  }),
  call.extend({ type: z.literal('ready'), jobId: z.string() }),
  call.extend({ type: z.literal('send'), jobId: z.string() }),
  call.extend({ type: z.literal('abandon'), jobId: z.string() }),
  /** What waits in a queue of the system is not wanted any more: the till is about to end. */
  call.extend({ type: z.literal('takeBack') }),
  call.extend({ type: z.literal('find') }),
]);
export type HostCall = z.infer<typeof hostCallSchema>;

/** Ready to print, with what is known of the printer; or why not, with no byte sent. */
const preparedSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), status: printerStatusSchema }),
  z.object({ ok: z.literal(false), trouble: printerTroubleSchema }),
]);
export type Prepared = z.infer<typeof preparedSchema>;

/** The answer to each call. */
export const hostAnswers = {
  status: printerStatusSchema,
  prepare: preparedSchema,
  ready: z.boolean(),
  send: printOutcomeSchema,
  abandon: z.null(),
  takeBack: z.null(),
  find: z.array(foundPrinterSchema),
} as const satisfies Record<HostCall['type'], z.ZodType>;
export type HostAnswer<Type extends HostCall['type']> = z.infer<(typeof hostAnswers)[Type]>;

/** What the printing process says. */
export const hostMessageSchema = z.discriminatedUnion('type', [
  call.extend({ type: z.literal('answer'), value: z.unknown() }),
  z.object({
    type: z.literal('progress'),
    jobId: z.string(),
    bytesSent: z.int().nonnegative(),
    trouble: printerTroubleSchema.nullable(),
  }),
  /** Something to remember of the printer, by its key. */
  z.object({ type: z.literal('learned'), printer: z.string(), confirmation: confirmationSchema.nullable() }),
]);
export type HostMessage = z.infer<typeof hostMessageSchema>;
