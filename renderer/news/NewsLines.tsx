import type { Snapshot } from '../../shared/snapshot';
import { AttentionLine } from '../attention/AttentionLine';
import { InterruptedLine } from './InterruptedLine';
import { RefundLine } from './RefundLine';
import { UnreadableLine } from './UnreadableLine';
import './NewsLines.css';

/** What happened beside the sale on screen and wants eyes: a line each, and never more room than the sale leaves. */
export function NewsLines({ snapshot }: { readonly snapshot: Snapshot }) {
  const { attention, strays, refunds, interrupted, unreadable, checkout } = snapshot;
  return (
    <div className="news">
      <UnreadableLine count={unreadable} />
      {interrupted.map((each) => (
        <InterruptedLine
          key={each.checkoutId}
          interrupted={each}
          onScreen={checkout?.state.attempt.checkoutId === each.checkoutId}
        />
      ))}
      <RefundLine refunds={refunds} />
      <AttentionLine count={attention.length + strays.length} />
    </div>
  );
}
