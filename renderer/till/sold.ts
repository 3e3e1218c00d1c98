import type { Draft } from '../../shared/sale';
import type { Snapshot } from '../../shared/snapshot';

/**
 * Whether money came in, or may have, for the sale that is still being shown as a draft: it must not be offered for
 * charging again, even if the window closed between the payment and the next sale.
 */
export function isSold(draft: Draft | null, { checkout }: Snapshot): boolean {
  if (!draft || !checkout) return false;
  const { kind, attempt } = checkout.state;
  const moneyCame = kind === 'paid' || kind === 'needsAttention' || kind === 'reviewed';
  return moneyCame && attempt.sale.id === draft.saleId;
}
