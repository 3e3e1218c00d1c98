import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { Snapshot } from '../../shared/snapshot';
import { assertNever } from '../../shared/errors';
import type { Dialog } from '../till/dialogs-store';
import { dialogs } from '../till/stores';

// None of these is needed to begin to sell.
const ReviewDialog = lazy(() => import('../attention/ReviewDialog'));
const SalesDialog = lazy(() => import('../sales/SalesDialog'));
const RefundListDialog = lazy(() => import('../refund/RefundListDialog'));
const RefundDialog = lazy(() => import('../refund/RefundDialog'));

/** What lies over the screen, if anything. */
export function Dialogs({ snapshot }: { readonly snapshot: Snapshot }) {
  const dialog = useStore(dialogs, (state) => state.dialog);
  const refunding = useStore(dialogs, (state) => state.refunding);
  return (
    <Suspense fallback={null}>
      {dialog && <Opened dialog={dialog} snapshot={snapshot} />}
      {refunding && <RefundDialog target={refunding} snapshot={snapshot} />}
    </Suspense>
  );
}

function Opened({ dialog, snapshot }: { readonly dialog: Dialog; readonly snapshot: Snapshot }) {
  switch (dialog.kind) {
    case 'review':
      return <ReviewDialog snapshot={snapshot} openedCase={dialog.caseId} />;
    case 'sales':
      return <SalesDialog snapshot={snapshot} number={dialog.number} />;
    case 'refunds':
      return <RefundListDialog refunds={snapshot.refunds} />;
    default:
      return assertNever(dialog);
  }
}
