import type { Draft } from '../../shared/sale';
import type { Snapshot } from '../../shared/snapshot';

/**
 * Whether money came in, or may have, for the sale that is still being shown as a draft: it must not be offered for
 * charging again, even if the window closed between the payment and the next sale.
 */
export function isSold(draft: Draft | null, { checkout, cash }: Pick<Snapshot, 'checkout' | 'cash'>): boolean {
  if (!draft) return false;
  if (cash.sale?.sale.id === draft.saleId) return true;
  if (!checkout) return false;
  const { kind, attempt } = checkout.state;
  const moneyCame = kind === 'paid' || kind === 'needsAttention' || kind === 'reviewed';
  return moneyCame && attempt.sale.id === draft.saleId;
}
