import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CashSale } from '../../shared/cash/cash-sale';
import type { CheckoutKind, CheckoutState } from '../../shared/checkout/state';
import { closeDraft, type Draft } from '../../shared/sale';
import type { Snapshot } from '../../shared/snapshot';
import { CashPaidPanel } from '../cash/CashPaidPanel';
import { CashPanel } from '../cash/CashPanel';
import { ChargePanel } from '../charge/ChargePanel';
import { isOpen } from '../lib/charge-sentence';
import { useReadyField } from '../hooks/use-ready-field';
import { useScanner } from '../hooks/use-scanner';
import { useWords } from '../hooks/use-words';
import { play } from '../lib/play-sound';
import { NewsLines } from '../news/NewsLines';
import { ResultPanel } from '../result/ResultPanel';
import { ask } from '../till/bridge';
import type { CashMode } from '../till/paying-store';
import { drafts, payings } from '../till/stores';
import { isGateOpen } from './ChargeGate';
import { draftSentence } from './field-message';
import { RestingSale } from './RestingSale';
import { SaleEntry } from './SaleEntry';
import { TicketPanel } from './TicketPanel';
import { useEntry } from './use-entry';
import './SellScreen.css';

/** The screen of all day: a sale being typed, or the one being charged. */
export function SellScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const mode = useStore(payings, (state) => state.mode);
  const draft = useStore(drafts, (state) => state.draft);
  return (
    <main className="sell">
      {snapshot.checkout ? (
        <Charging snapshot={snapshot} checkout={snapshot.checkout} />
      ) : snapshot.cash.sale ? (
        <SoldInCash snapshot={snapshot} sale={snapshot.cash.sale} />
      ) : mode && draft ? (
        <TakingCash snapshot={snapshot} draft={draft} mode={mode} />
      ) : (
        <Selling snapshot={snapshot} />
      )}
    </main>
  );
}

function Selling({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords();
  const field = useReadyField();
  const [editingId, setEditingId] = useState<string | null>(null);
  const desk = useEntry(setEditingId);

  return (
    <>
      <div className="sell-left">
        <SaleEntry
          field={field}
          desk={desk}
          onEditQuantity={() => {
            desk.onTicket(() => {
              setEditingId(drafts.getState().selectedId);
            });
          }}
        />
        <NewsLines snapshot={snapshot} />
      </div>
      <div className="sell-right">
        <TicketPanel
          editingId={editingId}
          desk={desk}
          gate={snapshot}
          onChanged={(changed) => {
            if (changed && !changed.ok) desk.say({ kind: 'trouble', sentence: draftSentence(changed.error, words) });
            else desk.hush();
          }}
          onReady={() => {
            setEditingId(null);
            field.focus();
          }}
        />
      </div>
    </>
  );
}

interface TakingCashProps {
  readonly snapshot: Snapshot;
  readonly draft: Draft;
  readonly mode: CashMode;
}

function TakingCash({ snapshot, draft, mode }: TakingCashProps) {
  const { t } = useWords();
  const ignored = useIgnoredScans();
  const closed = closeDraft(draft);
  return (
    <>
      <div className="sell-left">
        <RestingSale
          title={t('sale.lockedTitle')}
          explained={t('cash.lockedTodo')}
          lines={closed.ok ? closed.value.lines : []}
          note={ignored ? t('cash.scanIgnored') : null}
        />
        <NewsLines snapshot={snapshot} />
      </div>
      <div className="sell-right">
        <CashPanel
          key={mode}
          draft={draft}
          mode={mode}
          rounding={snapshot.cash.rounding}
          mayCharge={isGateOpen(snapshot)}
        />
      </div>
    </>
  );
}

function SoldInCash({ snapshot, sale }: { readonly snapshot: Snapshot; readonly sale: CashSale }) {
  const { t } = useWords();
  const ignored = useIgnoredScans();
  const { lines } = sale.sale;
  return (
    <>
      <div className="sell-left">
        <RestingSale
          title={t('sale.soldTitle')}
          explained={t('sale.articles', { count: lines.length })}
          lines={lines}
          note={ignored ? t('result.scanIgnored') : null}
        />
        <NewsLines snapshot={snapshot} />
      </div>
      <div className="sell-right" key={sale.sale.id}>
        <CashPaidPanel sale={sale} />
      </div>
    </>
  );
}

/** A scan meant for the next customer must neither change this sale nor press anything. Whether there was one. */
function useIgnoredScans(): boolean {
  const [ignored, setIgnored] = useState(false);
  useScanner(() => {
    setIgnored(true);
    play('lookHere');
  });
  return ignored;
}

const openKinds = new Set<CheckoutKind>(['creatingOrder', 'awaitingPayment', 'verifying', 'cancelling']);

/** When nothing payable is left of a charge that was to be paid otherwise, the sale goes to the cash panel. */
function usePayOtherwise({ kind, attempt: { checkoutId } }: CheckoutState): void {
  const otherwise = useStore(payings, (state) => state.otherwise);
  useEffect(() => {
    const { begin, leave, forgetOtherwise } = payings.getState();
    if (otherwise === null && openKinds.has(kind)) leave();
    if (otherwise !== checkoutId) return;
    if (kind === 'cancelled' || kind === 'expired' || kind === 'rejected') {
      begin('cash');
      void ask('checkout.finish', { checkoutId }).then((reply) => {
        if (!reply.ok) leave();
      });
    } else if (kind === 'paid' || kind === 'needsAttention' || kind === 'reviewed') forgetOtherwise();
  }, [otherwise, kind, checkoutId]);
}

const titles = {
  creatingOrder: 'sale.lockedTitle',
  awaitingPayment: 'sale.lockedTitle',
  verifying: 'sale.lockedTitle',
  cancelling: 'sale.lockedTitle',
  paid: 'sale.soldTitle',
  cancelled: 'sale.unsoldTitle',
  expired: 'sale.unsoldTitle',
  rejected: 'sale.unsoldTitle',
  needsAttention: 'sale.doubtTitle',
  reviewed: 'sale.reviewedTitle',
} as const satisfies Record<CheckoutKind, string>;

interface ChargingProps {
  readonly snapshot: Snapshot;
  readonly checkout: NonNullable<Snapshot['checkout']>;
}

function Charging({ snapshot, checkout }: ChargingProps) {
  const { t } = useWords();
  const ignored = useIgnoredScans();
  const { state } = checkout;
  const { attempt, kind } = state;
  const over = !isOpen(state);
  usePayOtherwise(state);

  const note = over ? t('result.scanIgnored') : t('charge.scanIgnored');
  return (
    <>
      <div className="sell-left">
        <RestingSale
          title={t(titles[kind])}
          explained={over ? t('sale.articles', { count: attempt.sale.lines.length }) : t('sale.lockedTodo')}
          lines={attempt.sale.lines}
          note={ignored ? note : null}
        />
        <NewsLines snapshot={snapshot} />
      </div>
      <div className="sell-right" key={`${attempt.checkoutId} ${over ? kind : ''}`}>
        {isOpen(state) ? (
          <ChargePanel
            checkout={{ ...checkout, state }}
            relay={snapshot.relay}
            showQr={snapshot.setup.charge.showQrOnScreen}
          />
        ) : (
          <ResultPanel state={state} />
        )}
      </div>
    </>
  );
}
