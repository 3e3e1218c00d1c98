import { z } from 'zod';
import { appearanceSchema } from '../../shared/appearance';
import { cashSettingsSchema } from '../../shared/cash/cash-rounding';
import { localeSchema } from '../../shared/country';
import { customerScreenSchema } from '../../shared/customer-screen';
import { leaseStatusSchema } from '../../shared/lease';
import { peopleSettingsSchema } from '../../shared/people/people';
import { confirmationSchema, printerSettingsSchema } from '../../shared/printer';
import { draftSchema, type Draft } from '../../shared/sale';
import { guideStepSchema } from '../../shared/setup-guide';
import { sellingSettingsSchema } from '../../shared/selling';
import { accountSummarySchema, chargeSettingsSchema, registerSummarySchema } from '../../shared/snapshot';
import { logoSchema } from '../../shared/ticket/bitmap';
import { businessSchema } from '../../shared/ticket/ticket';
import { atomically, isInTransaction, valueOf, type Db } from './open-database';
import { settingsChanges } from './settings-changes';

/** Everything a manager decides, but no secret. */
export const settingsSchema = z.object({
  practice: z.boolean().default(false),
  locale: localeSchema.nullable().default(null),
  /** Where the first guide was left; `finish` once it was ended, null where it was never begun. */
  guideStep: guideStepSchema.nullable().default(null),
  appearance: appearanceSchema.prefault({}),
  apiBaseUrl: z.url().default('https://api.mercadopago.com'),
  account: accountSummarySchema.nullable().default(null),
  register: registerSummarySchema.nullable().default(null),
  /** The caja's QR, PNG in base64. */
  qrImage: z.string().nullable().default(null),
  relay: z.object({ url: z.url(), caja: z.string(), notificationUrl: z.url() }).nullable().default(null),
  printer: printerSettingsSchema.nullable().default(null),
  /** How each printer says that a ticket came out, by `printerKey`; one that was never asked is not in it. */
  printerConfirmations: z.record(z.string(), confirmationSchema).default({}),
  business: businessSchema.nullable().default(null),
  /** Printed above the name of the business. */
  logo: logoSchema.nullable().default(null),
  charge: chargeSettingsSchema.prefault({}),
  customerScreen: customerScreenSchema.default('auto'),
  cash: cashSettingsSchema.prefault({}),
  people: peopleSettingsSchema.prefault({}),
  selling: sellingSettingsSchema.prefault({}),
  /** Marks the references of this installation, so that it knows its own orders from another computer's. */
  tillId: z
    .string()
    .regex(/^[0-9A-Z]{5}$/)
    .nullable()
    .default(null),
  /** That another computer had the caja when the relay last said so. */
  leaseElsewhere: leaseStatusSchema.options[2].nullable().default(null),
  /** Nothing is sold without an open shift. */
  shiftsRequired: z.boolean().default(false),
  /** Whose name went under the last decision about money. */
  operator: z.string().nullable().default(null),
  /** Digest of the provision file that was applied last. */
  provisionDigest: z.string().nullable().default(null),
  /**
   * When the data was last replaced after damage, by this computer's clock. What was sold since `knowsUntil` may be
   * missing and must be looked for at Mercado Pago; null: the till began with nothing.
   */
  restored: z.object({ at: z.iso.datetime(), knowsUntil: z.iso.datetime().nullable() }).nullable().default(null),
  /** Numbers up to here may be on tickets that the data has forgotten: the next sale's is above. */
  saleNumbersAbove: z.int().nonnegative().default(0),
});
export type Settings = z.infer<typeof settingsSchema>;

export interface SettingsStore {
  read(): Settings;
  /** Writes the given fields, all or none, and what a person would call a change into the history. */
  update(change: Partial<Settings>): Settings;
  readDraft(): Draft | null;
  writeDraft(draft: Draft | null): void;
}

/** @param who is at the till: whose the changes are in the history. */
export function createSettingsStore(db: Db, now: () => Date, who: () => string | null = () => null): SettingsStore {
  const all = db.prepare('SELECT name, json FROM settings');
  const put = db.prepare(
    `INSERT INTO settings (name, json, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET json = excluded.json, updated_at = excluded.updated_at`,
  );
  const remember = db.prepare('INSERT INTO settings_history (at, json) VALUES (?, ?)');
  const getDraft = db.prepare('SELECT json FROM draft WHERE id = 1');
  const putDraft = db.prepare(
    'INSERT INTO draft (id, json) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
  );
  const dropDraft = db.prepare('DELETE FROM draft');
  const rowSchema = z.object({ name: z.string(), json: z.string() });

  let known: Settings | null = null;
  const read = (): Settings => {
    if (known) return known;
    const rows = all.all().map((row) => rowSchema.parse(row));
    const settings = settingsSchema.parse(
      Object.fromEntries(rows.map(({ name, json }) => [name, JSON.parse(json) as unknown])),
    );
    // What a transaction has written is not known until it is on disk: it may still be rolled back.
    if (!isInTransaction(db)) known = settings;
    return settings;
  };

  return {
    read,
    update: (change) => {
      const before = read();
      const whole = settingsSchema.parse({ ...before, ...change });
      const changes = settingsChanges(before, whole);
      known = null;
      const at = now().toISOString();
      atomically(db, () => {
        for (const name of Object.keys(change) as (keyof Settings)[]) put.run(name, JSON.stringify(whole[name]), at);
        if (changes.length > 0) remember.run(at, JSON.stringify({ at, by: who() ?? before.operator, changes }));
      });
      return whole;
    },
    readDraft: () => {
      const json = valueOf(getDraft.get(), 'json');
      if (typeof json !== 'string') return null;
      const parsed = draftSchema.safeParse(JSON.parse(json));
      return parsed.success ? parsed.data : null;
    },
    writeDraft: (draft) => {
      if (draft) putDraft.run(JSON.stringify(draft));
      else dropDraft.run();
    },
  };
}
