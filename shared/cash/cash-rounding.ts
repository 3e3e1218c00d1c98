import { z } from 'zod';
import type { Site } from '../country';
import { minor, type MinorUnits } from '../money';

/** How the total of a sale becomes what can be paid in coins and notes. Never of a payment by QR. */
export const cashRoundingSchema = z.object({
  /** The smallest amount that is still paid in cash, in minor units; 1 rounds nothing. */
  step: z.int().min(1).max(1_000_000),
  /** `customer`: always down · `nearest`: to the nearer one, and the half down, which is what the laws of Chile and Uruguay say. */
  toward: z.enum(['customer', 'nearest']),
});
export type CashRounding = z.infer<typeof cashRoundingSchema>;

const none: CashRounding = { step: 1, toward: 'customer' };

/**
 * What is law or custom in each country. A manager may choose otherwise.
 *
 * - Argentina: Ley 22.802 art. 9 bis (Ley 25.954): a difference for which there is no change is the consumer's. The law
 *   says five centavos; no coin below a peso is in use.
 * - Chile: Ley 20.956: to the ten, 1 to 5 down and 6 to 9 up, only in cash.
 * - Uruguay: Ley 18.739: up to 0.50 is the buyer's; of the whole sale, never of its lines, and only in cash.
 * - Peru: the five céntimos coin ended on 1 January 2019; Indecopi: in the consumer's favour, only in cash.
 * - Colombia: by custom to the smallest coin in use, 50 pesos, in the consumer's favour.
 * - Brazil and Mexico: none; their coins are in use.
 */
const byCountry: Readonly<Record<Site, CashRounding>> = {
  MLA: { step: 100, toward: 'customer' },
  MLB: none,
  MLC: { step: 10, toward: 'nearest' },
  MCO: { step: 50, toward: 'customer' },
  MLM: none,
  MPE: { step: 10, toward: 'customer' },
  MLU: { step: 100, toward: 'nearest' },
};

export function defaultCashRounding(site: Site): CashRounding {
  return byCountry[site];
}

/** What is paid in cash, and by how much that differs from the total (negative: in the customer's favour). */
export interface CashDue {
  readonly due: MinorUnits;
  readonly rounding: MinorUnits;
}

/** A sale that would round to nothing keeps its amount: nobody is given goods for no money by a rule about coins. */
export function roundForCash(total: MinorUnits, { step, toward }: CashRounding): CashDue {
  const rest = total % step;
  const up = toward === 'nearest' && rest * 2 > step;
  const rounded = total - rest + (up ? step : 0);
  const due = minor(rounded > 0 ? rounded : total);
  return { due, rounding: minor(due - total) };
}

/** What a store gives back in coins: never less than it owes. */
export function roundForGivingBack(amount: MinorUnits, { step }: CashRounding): MinorUnits {
  return minor(Math.ceil(amount / step) * step);
}

/** What a manager has decided; null is the country's own. */
export const cashSettingsSchema = z.object({ rounding: cashRoundingSchema.nullable().default(null) });
export type CashSettings = z.infer<typeof cashSettingsSchema>;

/** What holds at this till. */
export function cashRoundingOf({ rounding }: CashSettings, site: Site): CashRounding {
  return rounding ?? defaultCashRounding(site);
}
