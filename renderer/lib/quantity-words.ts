import type { Locale } from '../../shared/country';
import { formatQuantity } from '../../shared/quantity';
import type { DraftLine } from '../../shared/sale';

/** How much of something, before its name: "3 ×" or "0,350 kg". */
export function quantityWords({ quantity, unit }: Pick<DraftLine, 'quantity' | 'unit'>, locale: Locale): string {
  return `${formatQuantity(quantity, unit, locale)} ${unit === 'kg' ? 'kg' : '×'}`;
}
