import { amountOff, WHOLE } from '../../shared/discount';
import type { Currency } from '../../shared/country';
import { fail, ok, type ErrorCode, type Result } from '../../shared/errors';
import { minor, shareOf, sum, type MinorUnits } from '../../shared/money';
import {
  closeDraft,
  lineGross,
  type Bill,
  type Draft,
  type DraftLine,
  type Sale,
  type SaleLine,
} from '../../shared/sale';
import type { SellingSettings } from '../../shared/selling';
import { lookUpCode } from '../selling/look-up-code';
import type { CatalogueStore } from '../storage/catalogue-store';

/** What not everybody who sells may do. */
export type SalePermission = 'discountOverLimit' | 'overridePrice';

interface SaleRules {
  readonly catalogue: Pick<CatalogueStore, 'find' | 'findByCode'>;
  readonly currency: Currency;
  readonly selling: SellingSettings;
  /** Why this may not be done by whoever is selling, if so. */
  readonly refusal: (permission: SalePermission) => ErrorCode | null;
}

/**
 * A draft as it will be charged. The window decides nothing: names, prices, what is taken off and who may are looked at
 * again here, and a total that differs from what the cashier saw refuses the sale instead of surprising anybody.
 */
export function closeSale(
  draft: Draft,
  expectedTotal: MinorUnits,
  rules: SaleRules,
): Result<Pick<Sale, 'lines' | 'discount' | 'total'>> {
  const { selling, refusal } = rules;
  const problem = draft.lines.map((line) => priceProblem(line, rules)).find((code) => code !== null);
  if (problem) return fail({ code: problem });
  const closed = closeDraft(draft);
  if (!closed.ok) return closed;
  if (closed.value.total !== expectedTotal) return fail({ code: 'priceChanged' });
  for (const permission of permissionsFor(draft, selling)) {
    const code = refusal(permission);
    if (code) return fail({ code });
  }
  const lines = closed.value.lines.map((line) => withTax(line, rules));
  return ok({ ...closed.value, lines });
}

/** What this draft needs permission for. */
export function permissionsFor(draft: Bill, { discountLimit }: SellingSettings): readonly SalePermission[] {
  const overridden = draft.lines.some((line) => line.kind === 'product' && line.listPrice !== undefined);
  return [
    ...(discountLimit < WHOLE && exceeds(draft, discountLimit) ? (['discountOverLimit'] as const) : []),
    ...(overridden ? (['overridePrice'] as const) : []),
  ];
}

/**
 * Whether more than the limit is taken off any line, or off all of them together. A discount of exactly the limit is
 * rounded as every discount is, so that much is within it; together, so is what the lines were allowed one by one.
 */
function exceeds({ lines, discount }: Bill, limit: number): boolean {
  const rows = lines.map((line) => {
    const gross = lineGross(line);
    return { gross, off: amountOff(gross, line.discount), most: shareOf(gross, limit) };
  });
  if (rows.some(({ off, most }) => off > most)) return true;
  const gross = sum(rows.map((row) => row.gross));
  const offLines = sum(rows.map(({ off }) => off));
  const offWhole = offLines + amountOff(minor(gross - offLines), discount);
  return offWhole > Math.max(shareOf(gross, limit), sum(rows.map(({ most }) => most)));
}

function withTax(line: SaleLine, { catalogue }: SaleRules): SaleLine {
  const tax = line.productId === null ? null : catalogue.find(line.productId)?.tax;
  return typeof tax === 'number' ? { ...line, tax } : line;
}

/** A name or a price that moved between the screen and the charge must surprise nobody. */
function priceProblem(line: DraftLine, { catalogue, selling, currency }: SaleRules): ErrorCode | null {
  if (line.kind === 'free') return null;
  const product = catalogue.find(line.productId);
  if (!product) return 'productUnknown';
  const listed = line.listPrice ?? line.unitPrice;
  if (line.scaleCode !== undefined) {
    const answer = lookUpCode(line.scaleCode, catalogue, selling.scaleCodes, currency);
    const says = answer.kind === 'priced' && answer.product.id === product.id && answer.price === listed;
    return says && line.unit === 'unit' ? null : 'priceChanged';
  }
  return product.price !== listed || product.unit !== line.unit ? 'priceChanged' : null;
}
