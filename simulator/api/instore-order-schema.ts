import { z } from 'zod';

import type { OrderItem, Tax } from '../world/model';
import type { Site } from '../world/sites';

import { toMinorUnits } from '../world/amount';
import { parseExpirationDate } from '../world/mercado-pago-date';
import { refuseUnknown } from './problem';

/** The body of a PUT, read: amounts in minor units, the date parsed. */
export interface OrderBody {
  readonly externalReference: string;
  readonly title: string;
  readonly description: string;
  readonly notificationUrl: string | null;
  readonly expiresAt: Date | null;
  readonly total: number;
  readonly items: readonly OrderItem[];
  readonly taxes: readonly Tax[];
  readonly sponsorId: number | null;
  readonly cashOut: number | null;
}

/**
 * The body documented by "Instore Orders v2, PUT", with its error keys. Stricter than the reference in what it leaves
 * open: sums must match to the cent, unknown properties are refused, quantities are whole (its older rendering says
 * Integer).
 */
export function orderSchema(site: Site, now: Date) {
  const amount = (code: string, name: string) =>
    z
      .number({
        error: (issue) => `${code}: ${name} must be ${issue.input === undefined ? 'present' : 'number'}.`,
      })
      .transform((value, context) => {
        const minor = toMinorUnits(value, site.decimals);
        if (minor !== undefined && minor >= 0) return minor;
        context.addIssue(
          site.decimals === 0
            ? `${code}: ${name} must be an integer in ${site.currency}.`
            : `${code}: ${name} must be positive and have at most ${String(site.decimals)} decimals.`,
        );
        return z.NEVER;
      });

  const itemText = (name: string) => z.string(`invalid_items.${name}: items.${name} must be string.`).nullish();

  const item = z.strictObject(
    {
      sku_number: itemText('sku_number'),
      category: itemText('category'),
      title: z.string('invalid_items.title: items.title must be string.'),
      description: itemText('description'),
      currency_id: itemText('currency_id'),
      unit_price: amountOfItem('unit_price', 'invalid_unit_price'),
      quantity: z
        .number({
          error: (issue) =>
            issue.input === undefined
              ? 'invalid_quantity: quantity must be present.'
              : 'invalid_items.quantity: items.quantity must be number.',
        })
        .int('invalid_items.quantity: items.quantity must be an integer.')
        .positive('invalid_items.quantity: items.quantity must be positive.'),
      unit_measure: z.enum(['unit', 'pack'], {
        error: (issue) => {
          if (issue.input === undefined) return 'invalid_unit_measure: unit_measure must be present.';
          return typeof issue.input === 'string'
            ? 'invalid_items.unit_measure: items.unit_measure must be unit or pack.'
            : 'invalid_items.unit_measure: items.unit_measure must be string.';
        },
      }),
      total_amount: amountOfItem('total_amount', 'invalid_items.total_amount'),
    },
    { error: refuseUnknown('invalid_items', 'invalid_items: items must be an array of objects.') },
  );

  function amountOfItem(name: string, codeWhenMissing: string) {
    return z
      .unknown()
      .refine((value) => value !== undefined, {
        error: `${codeWhenMissing}: ${name} must be present.`,
        abort: true,
      })
      .pipe(amount(`invalid_items.${name}`, `items.${name}`));
  }

  const taxes = z.array(
    z.strictObject(
      {
        type: z.string('invalid_taxes.type: taxes.type must be string.').min(1, 'invalid_taxes.type: must be present.'),
        value: amount('invalid_taxes.value', 'taxes.value'),
      },
      { error: refuseUnknown('invalid_taxes', 'invalid_taxes: taxes must be an array of objects.') },
    ),
    'invalid_taxes: taxes must be an array.',
  );

  const sponsor = z.strictObject(
    {
      id: z.number({
        error: (issue) =>
          issue.input === undefined
            ? 'invalid_id: sponsor.id must be present.'
            : 'invalid_sponsor.id: sponsor.id must be number.',
      }),
    },
    { error: refuseUnknown('invalid_sponsor', 'invalid_sponsor: sponsor must be an object.') },
  );

  const cashOut = z.strictObject(
    {
      amount: z
        .unknown()
        .refine((value) => value !== undefined, {
          error: 'invalid_amount: cash_out.amount must be present.',
          abort: true,
        })
        .pipe(amount('invalid_cash_out.amount', 'cash_out.amount')),
    },
    { error: refuseUnknown('invalid_cash_out', 'invalid_cash_out: cash_out must be an object.') },
  );

  return z
    .strictObject(
      {
        external_reference: z
          .string({
            error: (issue) =>
              `invalid_external_reference: external_reference must be ${issue.input === undefined ? 'present' : 'string'}.`,
          })
          .min(1, 'invalid_external_reference: external_reference must be present.')
          .max(64, 'invalid_external_reference: external_reference must have at most 64 characters.')
          .regex(
            /^[A-Za-z0-9_-]*$/,
            'invalid_external_reference: external_reference may only have letters, digits, - and _.',
          ),
        title: z
          .string('invalid_title: title must be string.')
          .min(1, 'invalid_title: title must be string.')
          .max(256, 'invalid_title: title must have at most 256 characters.'),
        description: z
          .string({
            error: (issue) =>
              `invalid_description: description must be ${issue.input === undefined ? 'present' : 'string'}.`,
          })
          .min(1, 'invalid_description: description must be present.')
          .max(256, 'invalid_description: description must have at most 256 characters.'),
        notification_url: z
          .url({ protocol: /^https?$/, error: 'invalid_notification_url: notification_url must be url.' })
          .max(500, 'invalid_notification_url: notification_url must have at most 500 characters.')
          .nullish(),
        expiration_date: z
          .string('invalid_expiration_date: Expiration date must be a valid and future date.')
          .transform((text, context) => {
            const date = parseExpirationDate(text);
            if (date !== undefined && date > now) return date;
            context.addIssue('invalid_expiration_date: Expiration date must be a valid and future date.');
            return z.NEVER;
          })
          .nullish(),
        total_amount: amount('invalid_total_amount', 'total_amount'),
        items: z.array(item, 'invalid_items: items must be an array.').nullish(),
        taxes: taxes.nullish(),
        sponsor: sponsor.nullish(),
        cash_out: cashOut.nullish(),
      },
      { error: refuseUnknown('bad_request', 'bad_request: the body must be an object.') },
    )
    .superRefine((body, context) => {
      const items = body.items ?? [];
      if (items.length === 0 && !body.cash_out) {
        context.addIssue('error_creating_seller_qr_order: The cash out is required when order has no items.');
        return;
      }
      if (items.some((line) => line.unit_price * line.quantity !== line.total_amount)) {
        context.addIssue('invalid_items.total_amount: items.total_amount must be unit_price by quantity.');
      }
      const sum = items.reduce((total, line) => total + line.total_amount, body.cash_out?.amount ?? 0);
      if (sum !== body.total_amount) {
        context.addIssue('invalid_total_amount: total_amount is not equivalent to the sum of the items.');
      } else if (sum === 0) {
        context.addIssue('invalid_total_amount: total_amount must be positive.');
      }
    })
    .transform((body): OrderBody => ({
      externalReference: body.external_reference,
      title: body.title,
      description: body.description,
      notificationUrl: body.notification_url ?? null,
      expiresAt: body.expiration_date ?? null,
      total: body.total_amount,
      taxes: body.taxes ?? [],
      sponsorId: body.sponsor?.id ?? null,
      cashOut: body.cash_out?.amount ?? null,
      items: (body.items ?? []).map((line) => ({
        title: line.title,
        skuNumber: line.sku_number ?? null,
        category: line.category ?? null,
        description: line.description ?? null,
        currencyId: line.currency_id ?? null,
        unitMeasure: line.unit_measure,
        quantity: line.quantity,
        unitPrice: line.unit_price,
        total: line.total_amount,
      })),
    }));
}
