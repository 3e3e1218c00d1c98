import type { StateOf } from '../../shared/checkout/state';
import { assertNever } from '../../shared/errors';
import type { CheckoutSnapshot } from '../../shared/snapshot';
import type { OpenState } from '../lib/charge-sentence';
import { AttentionResult } from './AttentionResult';
import { PaidPanel } from './PaidPanel';
import { ReviewedPanel } from './ReviewedPanel';
import { UnpaidPanel } from './UnpaidPanel';

type OverState = Exclude<CheckoutSnapshot['state'], OpenState>;
type Unpaid = StateOf<'cancelled' | 'expired' | 'rejected'>;

/** How a charge ended. */
export function ResultPanel({ state }: { readonly state: OverState }) {
  switch (state.kind) {
    case 'paid':
      return <PaidPanel state={state} />;
    case 'cancelled':
    case 'expired':
    case 'rejected':
      return <UnpaidPanel state={state satisfies Unpaid} />;
    case 'needsAttention':
      return <AttentionResult state={state} />;
    case 'reviewed':
      return <ReviewedPanel state={state} />;
    default:
      return assertNever(state);
  }
}
