import { Banknote, ClipboardClock, Ellipsis, ReceiptText } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Product } from '../../shared/sale';
import { isModalOpen } from '../hooks/is-modal-open';
import { useHotkeys } from '../hooks/use-hotkeys';
import type { ReadyField } from '../hooks/use-ready-field';
import { useScanner } from '../hooks/use-scanner';
import { useWords } from '../hooks/use-words';
import { hotkeys } from '../../shared/hotkeys';
import { looksLikeCode, parseEntry, scannedEntry } from '../lib/parse-entry';
import { play } from '../lib/play-sound';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { dialogs, drafts, snapshots } from '../till/stores';
import { draftSentence } from './field-message';
import { FreeAmountForm } from './FreeAmountForm';
import { QuickKeys } from './QuickKeys';
import { optionId, ResultList } from './ResultList';
import { SaleField } from './SaleField';
import type { EntryDesk } from './use-entry';
import { useProductSearch, type Found } from './use-product-search';
import './SaleEntry.css';

interface SaleEntryProps {
  readonly field: ReadyField;
  readonly desk: EntryDesk;
  readonly onEditQuantity: () => void;
}

/** Where the sale is put together: one field, and under it quick keys, results or the free amount. */
export function SaleEntry({ field, desk, onEditQuantity }: SaleEntryProps) {
  const words = useWords();
  const { t } = words;
  const listId = useId();
  const [value, setValue] = useState('');
  const [choice, setChoice] = useState<{ words: string; index: number; byHand: boolean } | null>(null);
  const [offered, setOffered] = useState<Found | null>(null);
  const [freeAmount, setFreeAmount] = useState(false);

  const { text } = parseEntry(value);
  const searched = useProductSearch(text);
  const found = offered?.words === text ? offered : searched;
  const results = text === '' ? [] : (found?.products ?? []);
  const chosen = choice?.words === text ? choice : null;
  const active = Math.min(chosen?.index ?? 0, results.length - 1);

  const type = (typed: string) => {
    setValue(typed);
    desk.hush();
  };
  const closeFreeAmount = () => {
    setFreeAmount(false);
    field.focus();
  };
  const pick = (product: Product) => {
    desk.pick(product, value);
    setValue('');
    field.focus();
  };

  const enter = async () => {
    const pointedAt = chosen?.byHand === true ? results[active] : undefined;
    if (pointedAt) {
      pick(pointedAt);
      return;
    }
    // Scans come one after another: the field must be free for the next while this one is looked up.
    if (text === '' || looksLikeCode(text)) setValue('');
    const entered = await desk.enter(value, found?.words === text ? found : null);
    if (entered.kind === 'choose') setOffered(entered.found);
    else setValue((now) => (now === value ? '' : now));
  };

  useScanner(
    (scan) => {
      if (isModalOpen()) {
        play('lookHere');
        return;
      }
      const intoField = scan.field === field.ref.current;
      if (intoField) setValue('');
      if (scan.again) desk.heardAgain(scan.text);
      else void desk.enter(scannedEntry(intoField ? scan.before : '', scan.text), null);
    },
    // Words typed fast into the field are a search like any other; a product being written takes its own code.
    (scan) =>
      dialogs.getState().dialog?.kind !== 'product' && (looksLikeCode(scan.text) || scan.field !== field.ref.current),
  );
  const showSales = () => {
    dialogs.getState().open({ kind: 'sales', number: '' });
  };
  const heldSales = useStore(snapshots, (state) => state.snapshot?.heldSales ?? 0);
  const showHeld = () => {
    void desk.settled().then((landed) => {
      if (landed && !isModalOpen()) dialogs.getState().open({ kind: 'held' });
    });
  };
  const openProduct = () => {
    desk.onTicket(showProduct);
  };
  /** @param waited for what was scanned: what stood beside the field before is over */
  const showProduct = (waited: boolean) => {
    const message = waited ? null : desk.message;
    const { draft, selectedId } = drafts.getState();
    const line = draft?.lines.find(({ id }) => id === selectedId);
    if (message?.kind === 'unknown') {
      const { code, quantity } = message;
      dialogs.getState().open({ kind: 'product', productId: null, code, quantity: quantity ?? '' });
    } else {
      const productId = line?.kind === 'product' ? line.productId : null;
      dialogs.getState().open({ kind: 'product', productId, code: '', quantity: null });
    }
    desk.hush();
  };
  useHotkeys({
    [hotkeys.product]: openProduct,
    [hotkeys.resume]: showHeld,
    [hotkeys.search]: () => {
      field.focus();
      field.ref.current?.select();
    },
    [hotkeys.quantity]: onEditQuantity,
    [hotkeys.freeAmount]: () => {
      desk.hush();
      setFreeAmount(true);
    },
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const act = value === '' ? ticketKey(event) : fieldKey(event);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const onTicket = (act: (ticket: ReturnType<typeof drafts.getState>) => void) => () => {
    desk.onTicket(() => {
      act(drafts.getState());
    });
  };
  const ticketKey = ({ key, code }: KeyboardEvent): (() => void) | null => {
    const step = (direction: 1 | -1) =>
      onTicket(({ selectedId, stepQuantity }) => {
        const changed = selectedId === null ? null : stepQuantity(selectedId, direction);
        if (changed && !changed.ok) desk.say({ kind: 'trouble', sentence: draftSentence(changed.error, words) });
        else desk.hush();
      });
    const select = (direction: 1 | -1) =>
      onTicket(({ selectNext }) => {
        selectNext(direction);
      });
    if (key === '+') return step(1);
    if (key === '-') return step(-1);
    // With the number lock off, the keypad's point says "Delete" too.
    if (code === 'Delete') {
      return onTicket(({ selectedId, remove }) => {
        if (selectedId !== null) remove(selectedId);
      });
    }
    if (key === 'ArrowUp') return select(-1);
    if (key === 'ArrowDown') return select(1);
    if (key === 'Escape') return desk.hush;
    return null;
  };
  const fieldKey = ({ key }: KeyboardEvent): (() => void) | null => {
    const choose = (by: 1 | -1) => () => {
      const next = Math.min(Math.max(active + by, 0), results.length - 1);
      setChoice({ words: text, index: chosen ? next : by === 1 && results.length > 1 ? next : 0, byHand: true });
    };
    if (key === 'Enter') return () => void enter();
    if (key === 'Escape') return () => type('');
    if (key === 'ArrowDown') return choose(1);
    if (key === 'ArrowUp') return choose(-1);
    return null;
  };

  return (
    <section className="entry" aria-label={t('sale.field')}>
      <SaleField
        fieldRef={field.ref}
        value={value}
        onType={type}
        onKeyDown={onKeyDown}
        listId={results.length > 0 ? listId : null}
        activeId={results.length > 0 ? optionId(listId, active) : null}
      />
      <div className="entry-note">
        {desk.message?.kind === 'trouble' ? (
          <Trouble {...desk.message.sentence} />
        ) : desk.message?.kind === 'unknown' ? (
          <div className="entry-unknown">
            <Trouble what={t('sale.unknownCode', { code: desk.message.code })} todo={t('sale.unknownCodeTodo')} />
            <Button hotkey={hotkeys.product} aria-keyshortcuts="Control+E" aria-haspopup="dialog" onClick={openProduct}>
              {t('product.create')}
            </Button>
          </div>
        ) : (
          <p>{t('sale.hint')}</p>
        )}
        <p className="only-heard" role="status">
          {desk.message?.kind === 'added' && desk.message.text}
        </p>
      </div>
      <div className="entry-body">
        {freeAmount ? (
          <FreeAmountForm
            onClose={closeFreeAmount}
            onAdd={(name, amount) => {
              const changed = drafts.getState().addFree(name, amount);
              if (!changed.ok) return draftSentence(changed.error, words);
              desk.say({ kind: 'added', text: t('sale.added', { name }) });
              closeFreeAmount();
              return null;
            }}
          />
        ) : results.length > 0 ? (
          <ResultList id={listId} words={found?.words ?? ''} products={results} active={active} onPick={pick} />
        ) : text !== '' && found?.words === text && !looksLikeCode(text) ? (
          <p className="entry-none">{t('sale.noResults')}</p>
        ) : (
          <QuickKeys onPick={pick} />
        )}
      </div>
      {!freeAmount && (
        <footer className="entry-foot">
          <Button
            hotkey={hotkeys.freeAmount}
            aria-keyshortcuts="F4"
            icon={<Banknote aria-hidden="true" size={22} strokeWidth={1.75} />}
            onClick={() => {
              desk.hush();
              setFreeAmount(true);
            }}
          >
            {t('sale.freeAmount')}
          </Button>
          <Button
            hotkey={hotkeys.resume}
            aria-keyshortcuts="Control+R"
            aria-haspopup="dialog"
            icon={<ClipboardClock aria-hidden="true" size={22} strokeWidth={1.75} />}
            onClick={showHeld}
          >
            {t('held.open', { count: heldSales })}
          </Button>
          <Button
            look="quiet"
            className="entry-sales"
            hotkey={hotkeys.sales}
            aria-keyshortcuts="F7"
            aria-haspopup="dialog"
            icon={<ReceiptText aria-hidden="true" size={22} strokeWidth={1.75} />}
            onClick={showSales}
          >
            {t('sales.open')}
          </Button>
          <Button
            look="quiet"
            hotkey={hotkeys.more}
            aria-keyshortcuts="F11"
            aria-haspopup="dialog"
            icon={<Ellipsis aria-hidden="true" size={22} strokeWidth={1.75} />}
            onClick={() => {
              dialogs.getState().open({ kind: 'more' });
            }}
          >
            {t('more.open')}
          </Button>
        </footer>
      )}
    </section>
  );
}
