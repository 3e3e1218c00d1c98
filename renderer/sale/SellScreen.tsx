import { useState } from 'react';
import type { CheckoutKind } from '../../shared/checkout/state';
import type { Snapshot } from '../../shared/snapshot';
import { ChargePanel } from '../charge/ChargePanel';
import { isOpen } from '../lib/charge-sentence';
import { useReadyField } from '../hooks/use-ready-field';
import { useScanner } from '../hooks/use-scanner';
import { useWords } from '../hooks/use-words';
import { play } from '../lib/play-sound';
import { NewsLines } from '../news/NewsLines';
import { ResultPanel } from '../result/ResultPanel';
import { drafts } from '../till/stores';
import { draftSentence } from './field-message';
import { RestingSale } from './RestingSale';
import { SaleEntry } from './SaleEntry';
import { TicketPanel } from './TicketPanel';
import { useEntry } from './use-entry';
import './SellScreen.css';

/** The screen of all day: a sale being typed, or the one being charged. */
export function SellScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  return (
    <main className="sell">
      {snapshot.checkout ? (
        <Charging snapshot={snapshot} checkout={snapshot.checkout} />
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
            setEditingId(drafts.getState().selectedId);
          }}
        />
        <NewsLines snapshot={snapshot} />
      </div>
      <div className="sell-right">
        <TicketPanel
          editingId={editingId}
          settled={desk.settled}
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
  const [ignored, setIgnored] = useState(false);
  const { state } = checkout;
  const { attempt, kind } = state;
  const over = !isOpen(state);

  // A scan meant for the next customer must neither change this sale nor press anything.
  useScanner(() => {
    setIgnored(true);
    play('lookHere');
  });

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
