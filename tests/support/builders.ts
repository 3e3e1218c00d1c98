import type { Attempt } from '../../shared/checkout/attempt';
import type { MerchantOrderFacts, Observation, PaymentFacts } from '../../shared/checkout/observation';
import { minor } from '../../shared/money';
import { units } from '../../shared/quantity';
import type { Draft } from '../../shared/sale';

export const AT = '2026-11-23T15:00:00.000Z';

export function anAttempt(change: Partial<Attempt> = {}): Attempt {
  return {
    checkoutId: '7f0c1de2-2b5a-4f0e-9d43-0f8f4f0c7a11',
    sale: {
      id: '2f4d7c39-52bd-4a3c-8d7e-5b8cf30f0b42',
      number: 123,
      lines: [
        {
          productId: '7790001000018',
          name: 'Alfajor de chocolate',
          unitPrice: minor(75_000),
          unit: 'unit',
          quantity: units(2),
          total: minor(150_000),
        },
      ],
      total: minor(150_000),
    },
    reference: 'SUC001CAJA01T0000001ABCDEF',
    currency: 'ARS',
    collectorId: '446566691',
    register: { externalStoreId: 'SUC001', externalPosId: 'SUC001CAJA01', name: 'Caja 1' },
    expiresAt: '2026-11-23T15:10:00.000Z',
    createdAt: AT,
    ...change,
  };
}

export function aPayment(change: Partial<PaymentFacts> = {}): PaymentFacts {
  return {
    id: '9001',
    status: 'approved',
    statusDetail: 'accredited',
    amount: minor(150_000),
    refunded: minor(0),
    currency: 'ARS',
    ...change,
  };
}

/** A merchant order of `anAttempt()`, closed and paid unless told otherwise. */
export function anOrder(change: Partial<MerchantOrderFacts> = {}): MerchantOrderFacts {
  return {
    id: '5001',
    status: 'closed',
    reference: anAttempt().reference,
    collectorId: anAttempt().collectorId,
    total: minor(150_000),
    payments: [aPayment()],
    ...change,
  };
}

export function seen(...orders: MerchantOrderFacts[]): Observation {
  return { at: AT, orders };
}

/** A sale of free amounts, in minor units. */
export function aDraft(...amounts: number[]): Draft {
  return {
    saleId: crypto.randomUUID(),
    lines: amounts.map((amount, index) => ({
      kind: 'free',
      id: `line-${index}`,
      name: 'Varios',
      unitPrice: minor(amount),
      unit: 'unit',
      quantity: units(1),
    })),
  };
}
