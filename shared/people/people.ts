import { z } from 'zod';
import { pinSchema } from './pin';

/** `cashier` sells; `manager` may do everything, and lets a cashier do one thing by typing their own PIN beside them. */
export const roleSchema = z.enum(['cashier', 'manager']);
export type Role = z.infer<typeof roleSchema>;

/** What not everybody may do. */
export const permissionSchema = z.enum([
  /** Money that goes back, and every decision about money that has no home. */
  'refund',
  'discountOverLimit',
  'openDrawer',
  'overridePrice',
  'voidSale',
  'closeShift',
  'cashMovement',
  'settings',
  'products',
  'reports',
]);
export type Permission = z.infer<typeof permissionSchema>;

/** What a manager may leave to the cashiers for good. The set-up is never theirs: it decides about all the rest. */
export const grantableSchema = permissionSchema.exclude(['settings']);
export type Grantable = z.infer<typeof grantableSchema>;
export const grantablePermissions: readonly Grantable[] = grantableSchema.options;

export const operatorNameSchema = z.string().trim().min(1).max(40);

/** A person at the till, as others see them. */
export const operatorSchema = z.object({ id: z.uuid(), name: operatorNameSchema, role: roleSchema });
export type Operator = z.infer<typeof operatorSchema>;

/** Who did something, as it is kept with it; their role then is nobody's business later. */
export const doneBySchema = operatorSchema.pick({ id: true, name: true });

/** A manager's PIN, typed beside the cashier for one act. */
export const approvalSchema = z.object({ pin: pinSchema });
export type Approval = z.infer<typeof approvalSchema>;

export const peopleSettingsSchema = z.object({
  /** Minutes without a key or a touch after which the screen locks; null: never by itself. */
  lockAfterMinutes: z.int().min(1).max(120).nullable().default(5),
  /** What a cashier may do without asking. */
  cashierMay: z.array(grantableSchema).max(grantablePermissions.length).default(['voidSale']),
});
export type PeopleSettings = z.infer<typeof peopleSettingsSchema>;

/** Who is at the till, as a window shows it. While there are no operators everybody may do everything. */
export const peopleSchema = z.object({
  /** Everybody with a PIN, by name. */
  operators: z.array(operatorSchema),
  /** Who is selling. null with operators: the screen is locked. */
  current: operatorSchema.nullable(),
  settings: peopleSettingsSchema,
  /** The set-up stands open, by a manager's PIN, for whoever is selling. */
  setupOpen: z.boolean(),
  /** After wrong PINs: no other is tried before this, ISO 8601 UTC. */
  pinWaitsUntil: z.iso.datetime().nullable(),
});
export type People = z.infer<typeof peopleSchema>;

/** Whether this till asks who somebody is. */
export function hasOperators({ operators }: Pick<People, 'operators'>): boolean {
  return operators.length > 0;
}

export function isLocked({ operators, current }: Pick<People, 'operators' | 'current'>): boolean {
  return operators.length > 0 && current === null;
}

/** Whether somebody of this role may do it without asking anybody. */
export function mayDo(role: Role, permission: Permission, settings: Pick<PeopleSettings, 'cashierMay'>): boolean {
  return role === 'manager' || settings.cashierMay.some((each) => each === permission);
}
