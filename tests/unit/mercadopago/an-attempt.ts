import type { Attempt } from '../../../shared/checkout/attempt';
import { minor, sum, timesQuantity } from '../../../shared/money';
import { quantitySchema, units, type Unit } from '../../../shared/quantity';
import type { SaleLine } from '../../../shared/sale';

/** A line of three alfajores at 19.99, changed where a test says. `total` follows price and quantity. */
export function aLine(
  changes: {
    readonly name?: string;
    readonly price?: number;
    /** Thousandths of the unit. */
    readonly thousandths?: number;
    readonly unit?: Unit;
    readonly productId?: string | null;
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
    total: timesQuantity(unitPrice, quantity),
  };
}

/** An attempt on the caja SUC001CAJA01 that expires ten minutes after `createdAt`. */
export function anAttempt(
  changes: Partial<Attempt> & { readonly lines?: readonly SaleLine[]; readonly createdAt?: string } = {},
): Attempt {
  const { lines = [aLine()], ...rest } = changes;
  const createdAt = rest.createdAt ?? '2026-11-23T15:00:00.000Z';
  return {
    checkoutId: '3f0c8a3e-7d0c-4f5e-9f10-0d3c53b1c0de',
    sale: {
      id: '0c2b7f5e-0f0e-4b6e-8f5a-6f3f0a2b9d11',
      number: 123,
      lines: [...lines],
      total: sum(lines.map((line) => line.total)),
    },
    reference: 'CAJA01A0000001',
    currency: 'ARS',
    collectorId: '446566691',
    register: { externalStoreId: 'SUC001', externalPosId: 'SUC001CAJA01', name: 'Caja 1' },
    expiresAt: new Date(Date.parse(createdAt) + 600_000).toISOString(),
    createdAt,
    ...rest,
  };
}
