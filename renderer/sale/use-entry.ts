import { useEffect, useRef, useState } from 'react';
import { assertNever, ok } from '../../shared/errors';
import { units, type Quantity, type Unit } from '../../shared/quantity';
import type { Product } from '../../shared/sale';
import type { ScanAnswer } from '../../shared/scan-answer';
import { useWords } from '../hooks/use-words';
import { looksLikeCode, parseEntry } from '../lib/parse-entry';
import { parseQuantity } from '../lib/parse-quantity';
import { play } from '../lib/play-sound';
import { ask } from '../till/bridge';
import type { Changed } from '../till/draft-store';
import { drafts } from '../till/stores';
import { createEntryQueue, type EntryQueue } from './entry-queue';
import { draftSentence, type FieldMessage } from './field-message';
import { searchProducts, type Found } from './use-product-search';

/** How an entry ended: whether the field may be emptied, and what to offer instead. */
export type Entered = { readonly kind: 'done' } | { readonly kind: 'choose'; readonly found: Found };

export interface EntryDesk {
  readonly message: FieldMessage | null;
  readonly hush: () => void;
  readonly say: (message: FieldMessage) => void;
  /** A product that the cashier pointed at, as many as `typed` says before a star. */
  readonly pick: (product: Product, typed: string) => void;
  /** What was typed or scanned. `onScreen` are the results that the cashier could see. */
  readonly enter: (typed: string, onScreen: Found | null) => Promise<Entered>;
  /** A scanner has read a label twice in one pass, or has passed on two alike that it had kept: only a person can tell. */
  readonly heardAgain: (code: string) => void;
  /** A key for what was entered last: `EntryQueue`. */
  readonly onTicket: EntryQueue['onTicket'];
  /** The same, and false also when this screen is gone by then. */
  readonly settled: EntryQueue['settled'];
}

const done: Entered = { kind: 'done' };

/** Turns what is typed, scanned or pointed at into lines of the sale. Scans queue: none is lost while one is looked up. */
export function useEntry(onWeighed: (lineId: string) => void): EntryDesk {
  const words = useWords();
  const { t, failure } = words;
  const [message, setMessage] = useState<FieldMessage | null>(null);
  const [queue] = useState(() => createEntryQueue(drafts.getState));
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const complain = (what: string, todo: string): Entered => {
    setMessage({ kind: 'trouble', sentence: { what, todo } });
    play('lookHere');
    return done;
  };

  const tell = (changed: Changed | null): Entered => {
    if (!changed) return done;
    if (!changed.ok) {
      const { what, todo } = draftSentence(changed.error, words);
      return complain(what, todo);
    }
    play('scanned');
    setMessage({ kind: 'added', text: t('sale.added', { name: changed.value.name }) });
    return done;
  };

  /** Does something with as much as was typed before the star, one without it, or says why that is no quantity. */
  const withQuantity = (typed: string | null, unit: Unit, act: (quantity: Quantity) => Changed | null): Entered => {
    const parsed = typed === null ? ok(units(1)) : parseQuantity(typed, unit);
    if (parsed.ok) return tell(act(parsed.value));
    return complain(t(`quantityProblems.${parsed.error}.what`), t(`quantityProblems.${parsed.error}.todo`));
  };

  const add = (product: Product, typed: string | null): Entered =>
    withQuantity(typed, product.unit, (quantity) => {
      const changed = drafts.getState().addProduct(product, quantity);
      if (changed.ok && product.unit === 'kg' && typed === null) onWeighed(changed.value.id);
      return changed;
    });

  const setChosenQuantity = (typed: string): Entered => {
    const { draft, selectedId, setQuantity } = drafts.getState();
    const line = draft?.lines.find(({ id }) => id === selectedId);
    return line ? withQuantity(typed, line.unit, (quantity) => setQuantity(line.id, quantity)) : done;
  };

  const answered = (answer: Exclude<ScanAnswer, { kind: 'unknown' }>, code: string, typed: string | null): Entered => {
    switch (answer.kind) {
      case 'product':
        return add(answer.product, typed);
      case 'weighed':
        return withQuantity(typed, 'unit', (labels) =>
          drafts.getState().addWeighed(answer.product, answer.quantity, labels),
        );
      case 'priced':
        return withQuantity(typed, 'unit', (labels) =>
          drafts.getState().addPriced(answer.product, answer.price, code, labels),
        );
      case 'misread':
        return complain(t('sale.misread', { code }), t('sale.misreadTodo'));
      default:
        return assertNever(answer);
    }
  };

  const lookUp = async (typed: string, onScreen: Found | null): Promise<Entered> => {
    const { quantity, text } = parseEntry(typed);
    if (text === '') return quantity === null ? done : setChosenQuantity(quantity);

    const byCode = text.length <= 64 ? await ask('catalogue.lookUp', { code: text }) : null;
    if (byCode && !byCode.ok) {
      const { what, todo } = failure(byCode.error.code);
      return complain(what, todo);
    }
    const answer = byCode?.value ?? { kind: 'unknown' as const };
    if (answer.kind !== 'unknown') return answered(answer, text, quantity);
    if (looksLikeCode(text)) {
      setMessage({ kind: 'unknown', code: text, quantity });
      play('lookHere');
      return done;
    }

    const found = onScreen?.words === text ? onScreen : await searchProducts(text);
    const [first, second] = found.products;
    if (!first) return complain(t('sale.noResults'), t('sale.noResultsTodo'));
    // The first is taken only when the cashier could see which it was, or when there is no other.
    return onScreen === found || !second ? add(first, quantity) : { kind: 'choose', found };
  };

  return {
    message,
    hush: () => {
      setMessage(null);
    },
    say: setMessage,
    pick: (product, typed) => {
      add(product, parseEntry(typed).quantity);
    },
    enter: (typed, onScreen) => queue.enter(() => lookUp(typed, onScreen)),
    heardAgain: (code) => {
      void queue.settled().then(() => {
        play('lookHere');
        const sentence = { what: t('sale.heardAgain', { code }), todo: t('sale.heardAgainTodo') };
        // What the code itself had to say matters more.
        setMessage((now) => (now && now.kind !== 'added' ? now : { kind: 'trouble', sentence }));
      });
    },
    onTicket: (act) => {
      queue.onTicket((waited) => {
        if (isHere.current) act(waited);
      });
    },
    settled: async () => (await queue.settled()) && isHere.current,
  };
}
