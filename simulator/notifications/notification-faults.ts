import { z } from 'zod';

import type { Message } from './forms';

/**
 * What goes wrong with a notification.
 * `lose`: never sent. `double`: sent so many more times. `delay`: sent later. `afterNext`: sent once the following one
 * has been answered, so that the two change places.
 */
export const notificationFaultSchema = z.strictObject({
  match: z
    .strictObject({
      status: z.enum(['opened', 'closed', 'expired']).optional(),
      form: z.enum(['webhook', 'ipn']).optional(),
      topic: z.enum(['merchant_order', 'payment']).optional(),
      /** How many notifications it takes; without it, all. */
      times: z.int().positive().optional(),
    })
    .default({}),
  fault: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('lose') }),
    z.strictObject({ kind: z.literal('double'), copies: z.int().positive().max(1000).default(1) }),
    z.strictObject({ kind: z.literal('delay'), ms: z.int().nonnegative().max(600_000) }),
    z.strictObject({ kind: z.literal('afterNext') }),
  ]),
});

export type NotificationFaultRule = z.input<typeof notificationFaultSchema>;

type NotificationFault = z.output<typeof notificationFaultSchema>['fault'];

export interface NotificationFaults {
  /** @throws ZodError when the rule is not one. */
  add: (rule: NotificationFaultRule) => void;
  clear: () => void;
  /** The fault that the first matching rule has for this message, which is used up by asking. */
  take: (message: Message, status: string) => NotificationFault | undefined;
}

export function createNotificationFaults(): NotificationFaults {
  let rules: (z.output<typeof notificationFaultSchema> & { left: number })[] = [];
  return {
    add: (rule) => {
      const parsed = notificationFaultSchema.parse(rule);
      rules.push({ ...parsed, left: parsed.match.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      rules = [];
    },
    take: (message, status) => {
      const rule = rules.find(
        ({ match, left }) =>
          left > 0 &&
          (match.status === undefined || match.status === status) &&
          (match.form === undefined || match.form === message.form) &&
          (match.topic === undefined || match.topic === message.topic),
      );
      if (rule === undefined) return undefined;
      rule.left -= 1;
      return rule.fault;
    },
  };
}
