import { ReceiptText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { amountOff } from '../../shared/discount';
import { closeDraft, draftSubtotal, draftTotal, type Bill } from '../../shared/sale';
import { minor } from '../../shared/money';
import type { Snapshot } from '../../shared/snapshot';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { useStore } from 'zustand';
import { useAction } from '../hooks/use-action';
import { isModalOpen } from '../hooks/is-modal-open';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useWords } from '../hooks/use-words';
import { hotkeys } from '../../shared/hotkeys';
import { Button } from '../parts/Button';
import { InlineConfirm } from '../parts/InlineConfirm';
import { Money } from '../parts/Money';
import { Total } from '../parts/Total';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { linesOf, type Changed } from '../till/draft-store';
import { flushDraft } from '../till/start-till';
import type { CashMode } from '../till/paying-store';
import { dialogs, drafts, payings } from '../till/stores';
import { ChargeGate, isGateOpen } from './ChargeGate';
import { TicketLine } from './TicketLine';
import type { EntryDesk } from './use-entry';
import './TicketPanel.css';

const noSale: Bill = { lines: [] };

interface TicketPanelProps {
  readonly editingId: string | null;
  readonly onChanged: (changed: Changed | null) => void;
  readonly onReady: () => void;
  readonly desk: Pick<EntryDesk, 'onTicket' | 'settled'>;
  /** What could keep a charge from beginning. */
  readonly gate: Pick<Snapshot, 'lease' | 'disk' | 'shift'>;
}

/** The sale as it will be printed, its total, and the key that charges it. */
export function TicketPanel({ editingId, onChanged, onReady, desk, gate }: TicketPanelProps) {
  const { t, money, failure } = useWords();
  const draft = useStore(drafts, (state) => state.draft);
  const selectedId = useStore(drafts, (state) => state.selectedId);
  const [clearing, setClearing] = useState(false);
  const lines = linesOf(draft);

  const charge = useAction(async () => {
    const { setLocked } = drafts.getState();
    setLocked(true);
    await flushDraft();
    const { draft: now } = drafts.getState();
    const closed = closeDraft(now ?? noSale);
    if (!now || !closed.ok)
      return { ok: false as const, error: closed.ok ? { code: 'saleEmpty' as const } : closed.error };
    const { total } = closed.value;
    const wish = t('people.wishes.sale', { amount: money(total) });
    return askPermitted('checkout.start', { draft: now, expectedTotal: total }, wish);
  });

  const empty = useAction(async () => {
    const { draft: now } = drafts.getState();
    if (!now) return { ok: true as const, value: undefined };
    const amount = money(draftTotal(now));
    const reply = await askPermitted('draft.void', { draft: now }, t('people.wishes.void', { amount }));
    if (reply.ok) drafts.getState().clear();
    return reply;
  });

  const pay = () => {
    if (!isGateOpen(gate)) return;
    // A quantity that is still being typed counts.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setClearing(false);
    void desk.settled().then(async (landed) => {
      // What was scanned last is not on the ticket, and the field says why: nobody may leave without paying it.
      if (!landed) {
        onReady();
        return;
      }
      const reply = await charge.run();
      if (reply?.ok !== false) return;
      drafts.getState().setLocked(false);
      onReady();
    });
  };
  const askToClear = () => {
    if (lines.length > 0) setClearing(true);
  };
  const openCash = useAction(async (mode: CashMode) => {
    const landed = await desk.settled();
    const { draft: now } = drafts.getState();
    const closed = landed && now ? closeDraft(now) : null;
    if (closed?.ok === false) return closed;
    if (closed) payings.getState().begin(mode);
    else onReady();
    return { ok: true as const, value: undefined };
  });
  const payInCash = (mode: CashMode) => {
    if (gate.disk.state === 'full' || charge.busy) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setClearing(false);
    void openCash.run(mode);
  };
  const aboutLine = (kind: 'discount' | 'note' | 'price') => () => {
    desk.onTicket(() => {
      const { selectedId: lineId } = drafts.getState();
      if (lineId !== null && !isModalOpen()) dialogs.getState().open({ kind, lineId });
    });
  };
  const hold = () => {
    // What is on its way to the ticket belongs to it.
    if (charge.busy) return;
    void desk.settled().then((landed) => {
      if (landed && drafts.getState().draft && !isModalOpen()) dialogs.getState().open({ kind: 'hold' });
    });
  };
  useHotkeys({
    [hotkeys.pay]: pay,
    [hotkeys.hold]: hold,
    [hotkeys.clear]: askToClear,
    [hotkeys.discount]: aboutLine('discount'),
    [hotkeys.note]: aboutLine('note'),
    [hotkeys.price]: aboutLine('price'),
    [hotkeys.cash]: () => {
      payInCash('cash');
    },
    [hotkeys.mixed]: () => {
      if (isGateOpen(gate)) payInCash('mixed');
    },
  });

  useEffect(() => {
    drafts.getState().setLocked(false);
  }, []);
  const { forget } = charge;
  const { forget: forgetCash } = openCash;
  const { forget: forgetEmpty } = empty;
  useEffect(() => {
    forget();
    forgetCash();
    forgetEmpty();
  }, [draft, forget, forgetCash, forgetEmpty]);

  const refusal = charge.failure ?? openCash.failure ?? empty.failure;
  const trouble: Sentence | null = refusal ? failure(refusal) : null;
  return (
    <section className="ticket" aria-label={t('sale.title')}>
      <header className="ticket-head">
        <h1>{lines.length === 0 ? t('sale.empty') : t('sale.articles', { count: lines.length })}</h1>
        {lines.length > 0 && !clearing && (
          <span className="ticket-head-keys">
            <Button
              look="quiet"
              hotkey={hotkeys.hold}
              aria-keyshortcuts="Control+H"
              aria-haspopup="dialog"
              onClick={hold}
            >
              {t('held.hold')}
            </Button>
            <Button look="quiet" hotkey={hotkeys.clear} aria-keyshortcuts="F6" onClick={askToClear}>
              {t('sale.clear')}
            </Button>
          </span>
        )}
      </header>
      {clearing && (
        <div className="ticket-clear">
          <InlineConfirm
            question={t('sale.clearQuestion')}
            yes={t('sale.clearYes')}
            no={t('sale.clearNo')}
            onYes={() => {
              setClearing(false);
              void empty.run().then(onReady);
            }}
            onNo={() => {
              setClearing(false);
              onReady();
            }}
          />
        </div>
      )}
      <TicketLines selectedId={selectedId} editingId={editingId} onChanged={onChanged} onDone={onReady} />
      <footer className="ticket-foot">
        {trouble && <Trouble {...trouble} />}
        {draft?.discount && <SaleDiscount bill={draft} />}
        <Total label={t('sale.total')} amount={draftTotal(draft ?? noSale)} />
        {isGateOpen(gate) ? (
          <Button
            look="main"
            size="large"
            className="ticket-pay"
            hotkey={hotkeys.pay}
            aria-keyshortcuts="F8"
            disabled={lines.length === 0 || charge.busy}
            onClick={pay}
          >
            {charge.busy ? t('sale.paying') : t('sale.pay')}
          </Button>
        ) : (
          <ChargeGate {...gate} />
        )}
        {gate.disk.state !== 'full' && (
          <div className="ticket-otherwise">
            <Button
              size="large"
              hotkey={hotkeys.cash}
              aria-keyshortcuts="F5"
              disabled={lines.length === 0 || charge.busy}
              onClick={() => {
                payInCash('cash');
              }}
            >
              {t('cash.open')}
            </Button>
            {isGateOpen(gate) && (
              <Button
                size="large"
                hotkey={hotkeys.mixed}
                aria-keyshortcuts="F9"
                disabled={lines.length === 0 || charge.busy}
                onClick={() => {
                  payInCash('mixed');
                }}
              >
                {t('cash.mixed')}
              </Button>
            )}
          </div>
        )}
      </footer>
    </section>
  );
}

/** What the lines add up to, and what is taken off them: the total stands under it. */
function SaleDiscount({ bill }: { readonly bill: Bill }) {
  const { t } = useWords();
  const subtotal = draftSubtotal(bill);
  return (
    <dl className="ticket-sums">
      <dt>{t('line.subtotal')}</dt>
      <dd>
        <Money amount={subtotal} />
      </dd>
      <dt>{t('line.saleDiscount')}</dt>
      <dd>
        <Money amount={minor(0 - amountOff(subtotal, bill.discount))} />
      </dd>
    </dl>
  );
}

interface TicketLinesProps {
  readonly selectedId: string | null;
  readonly editingId: string | null;
  readonly onChanged: (changed: Changed | null) => void;
  readonly onDone: () => void;
}

function TicketLines({ selectedId, editingId, onChanged, onDone }: TicketLinesProps) {
  const { t } = useWords();
  const lines = linesOf(useStore(drafts, (state) => state.draft));
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedId, lines]);

  if (lines.length === 0) {
    return (
      <div className="ticket-empty">
        <ReceiptText aria-hidden="true" size={44} strokeWidth={1.25} />
        <p>{t('sale.emptyTodo')}</p>
      </div>
    );
  }
  return (
    <ol className="ticket-lines" aria-label={t('sale.ticket')} ref={list}>
      {lines.map((line) => (
        <TicketLine
          key={line.id}
          line={line}
          selected={line.id === selectedId}
          editing={line.id === editingId}
          onChanged={onChanged}
          onDone={onDone}
        />
      ))}
    </ol>
  );
}
