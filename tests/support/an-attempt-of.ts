import type { Attempt } from '../../shared/checkout/attempt';
import { minor, sum, timesQuantity } from '../../shared/money';
import { quantitySchema, units, type Unit } from '../../shared/quantity';
import type { SaleLine } from '../../shared/sale';
import { anAttempt, AT } from './builders';

/** A line of three alfajores at 19.99, changed where a test says. `total` follows price and quantity. */
export function aLine(
  changes: {
    readonly name?: string;
    readonly price?: number;
    /** Thousandths of the unit. */
    readonly thousandths?: number;
    readonly unit?: Unit;
    readonly productId?: string | null;
    readonly tax?: number;
  } = {},
): SaleLine {
  const unitPrice = minor(changes.price ?? 1999);
  const quantity = changes.thousandths === undefined ? units(3) : quantitySchema.parse(changes.thousandths);
  return {
    productId: changes.productId === undefined ? 'alfajor' : changes.productId,
    name: changes.name ?? 'Alfajor',
    unitPrice,
    unit: changes.unit ?? 'unit',
    quantity,
    ...(changes.tax === undefined ? {} : { tax: changes.tax }),
    total: timesQuantity(unitPrice, quantity),
  };
}

/** `anAttempt()` of the lines that it is given, with a total that follows them and ten minutes to be paid. */
export function anAttemptOf(change: Partial<Attempt> & { readonly lines?: readonly SaleLine[] } = {}): Attempt {
  const { lines = [aLine()], createdAt = AT, ...rest } = change;
  const { sale, ...attempt } = anAttempt();
  return {
    ...attempt,
    sale: { ...sale, lines: [...lines], total: sum(lines.map((line) => line.total)) },
    reference: 'CAJA01A0000001',
    expiresAt: new Date(Date.parse(createdAt) + 600_000).toISOString(),
    createdAt,
    ...rest,
  };
}
