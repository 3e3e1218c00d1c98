import { useStore } from 'zustand';
import { assertNever } from '../../shared/errors';
import type { Snapshot } from '../../shared/snapshot';
import { ReviewDialog } from '../attention/ReviewDialog';
import { CashRefundDialog } from '../cash/CashRefundDialog';
import { MoreDialog } from '../more/MoreDialog';
import { LogDialog } from '../people/LogDialog';
import { PermissionDialog } from '../people/PermissionDialog';
import { RefundDialog } from '../refund/RefundDialog';
import { RefundListDialog } from '../refund/RefundListDialog';
import { HeldDialog } from '../held/HeldDialog';
import { HoldDialog } from '../held/HoldDialog';
import { HelpDialog } from '../help/HelpDialog';
import { DiscountDialog } from '../line/DiscountDialog';
import { NoteDialog } from '../line/NoteDialog';
import { PriceDialog } from '../line/PriceDialog';
import { ProductDialog } from '../product/ProductDialog';
import { ArrangeKeysDialog } from '../quick-keys/ArrangeKeysDialog';
import { ReportsDialog } from '../reports/ReportsDialog';
import { SalesDialog } from '../sales/SalesDialog';
import { ShiftDialog } from '../shift/ShiftDialog';
import type { Dialog } from '../till/dialogs-store';
import { dialogs } from '../till/stores';

/**
 * What lies over the screen, if anything. Part of the first load: a dialog must be there at once, because what is typed
 * after its key is meant for it and not for the sale under it.
 */
export function Dialogs({ snapshot }: { readonly snapshot: Snapshot }) {
  const dialog = useStore(dialogs, (state) => state.dialog);
  const refunding = useStore(dialogs, (state) => state.refunding);
  const cashRefunding = useStore(dialogs, (state) => state.cashRefunding);
  const wish = useStore(dialogs, (state) => state.wish);
  return (
    <>
      {dialog && <Opened dialog={dialog} snapshot={snapshot} />}
      {refunding && <RefundDialog target={refunding} snapshot={snapshot} />}
      {cashRefunding && <CashRefundDialog target={cashRefunding} snapshot={snapshot} />}
      {wish && <PermissionDialog wish={wish} people={snapshot.people} />}
    </>
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
    case 'more':
      return <MoreDialog snapshot={snapshot} />;
    case 'shift':
      // Another page of it begins anew.
      return <ShiftDialog key={dialog.page} snapshot={snapshot} page={dialog.page} />;
    case 'reports':
      return <ReportsDialog />;
    case 'log':
      return <LogDialog />;
    case 'discount':
      return <DiscountDialog lineId={dialog.lineId} />;
    case 'note':
      return <NoteDialog lineId={dialog.lineId} />;
    case 'price':
      return <PriceDialog lineId={dialog.lineId} />;
    case 'product':
      return <ProductDialog {...dialog} />;
    case 'arrangeKeys':
      return <ArrangeKeysDialog />;
    case 'help':
      return <HelpDialog />;
    case 'hold':
      return <HoldDialog />;
    case 'held':
      return <HeldDialog />;
    default:
      return assertNever(dialog);
  }
}
