import { z } from 'zod';
import { errorCodeSchema } from './errors';
import { printerTroubleSchema } from './printer';

/** `skipped`: there was nothing to look at, or this was not the moment. */
export const checkStateSchema = z.enum(['good', 'attention', 'bad', 'skipped']);
export type CheckState = z.infer<typeof checkStateSchema>;

export const checkNameSchema = z.enum([
  'account',
  'register',
  'relay',
  'clock',
  'printer',
  'disk',
  'backup',
  'database',
]);
export type CheckName = z.infer<typeof checkNameSchema>;

export const saidSchema = z.enum([
  'accountAnswers',
  'accountOther',
  'noAccount',
  'registerRight',
  'registerOther',
  'amountNotFixed',
  'noRegister',
  'relayAnswers',
  'relayNotListening',
  'noRelay',
  'clockRight',
  'clockWrong',
  'clockUnknown',
  'printerReady',
  'paperLow',
  'printerSilent',
  'noPrinter',
  'diskRoom',
  'diskLow',
  'diskFull',
  'diskUnknown',
  'backupFresh',
  'backupOld',
  'noBackup',
  'databaseWhole',
  'databaseDamaged',
  'databaseLater',
  'tookTooLong',
  'failed',
]);
export type Said = z.infer<typeof saidSchema>;

const settled = [
  'accountAnswers',
  'registerRight',
  'relayAnswers',
  'noRelay',
  'clockRight',
  'clockUnknown',
  'printerReady',
  'diskRoom',
  'backupFresh',
  'databaseWhole',
] as const;

/** What is as it should be leaves nothing to do. */
export function isSettled(said: Said): said is (typeof settled)[number] {
  return settled.some((each) => each === said);
}

/** What was found; each has its sentence. `value` stands in it. */
export const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('said'), code: saidSchema, value: z.string().max(120) }),
  z.object({ kind: z.literal('error'), code: errorCodeSchema }),
  z.object({ kind: z.literal('printer'), trouble: printerTroubleSchema }),
]);
export type Finding = z.infer<typeof findingSchema>;

/** One thing that was tried, and how that went. */
export const checkSchema = z.object({
  name: checkNameSchema,
  state: checkStateSchema,
  finding: findingSchema,
  /** How long it took. */
  tookMs: z.int().nonnegative(),
});
export type Check = z.infer<typeof checkSchema>;
