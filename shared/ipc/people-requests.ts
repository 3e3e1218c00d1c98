import { z } from 'zod';
import { auditEntrySchema } from '../people/audit';
import { approvalSchema, operatorNameSchema, operatorSchema, peopleSettingsSchema, roleSchema } from '../people/people';
import { pinSchema } from '../people/pin';

const nothing = z.undefined();

/** What an act that needs a permission carries once a manager has typed their PIN: nothing while nobody was asked. */
export const approved = { approval: approvalSchema.optional() };

export const peopleRequests = {
  /** Whoever's PIN this is sells from now on. */
  'people.signIn': { input: z.object({ pin: pinSchema }), output: nothing },
  'people.lock': { input: nothing, output: nothing },
  /** Somebody touched the screen or a key: the time until it locks begins anew. */
  'people.active': { input: nothing, output: nothing },

  /** The set-up stands open until it is left, or the screen locks. */
  'people.openSetup': { input: z.strictObject(approved), output: nothing },
  'people.leaveSetup': { input: nothing, output: nothing },

  /** The first one must be a manager, and is whoever is at the till. */
  'people.create': {
    input: z.object({ name: operatorNameSchema, role: roleSchema, pin: pinSchema }),
    output: operatorSchema,
  },
  /** `pin` null keeps the one there is. */
  'people.change': {
    input: z.object({ id: z.uuid(), name: operatorNameSchema, role: roleSchema, pin: pinSchema.nullable() }),
    output: nothing,
  },
  'people.remove': { input: z.object({ id: z.uuid() }), output: nothing },
  'people.saveSettings': { input: peopleSettingsSchema.strict(), output: nothing },
  /** Every PIN is forgotten: whoever holds the token of the connected account gives a manager a new one. */
  'people.recover': {
    input: z.object({ token: z.string().trim().min(10).max(300), id: z.uuid(), pin: pinSchema }),
    output: nothing,
  },

  /** The newest entries before `before`, newest first. */
  'people.log': {
    input: z.object({ before: z.int().positive().nullable(), limit: z.int().min(1).max(200), ...approved }),
    output: z.array(auditEntrySchema),
  },
} as const;
