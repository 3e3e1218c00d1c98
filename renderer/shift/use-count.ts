import { useState } from 'react';
import {
  countedOf,
  emptyCount,
  piecesOf,
  withPieces,
  type CashCount,
  type CountDraft,
} from '../../shared/shift/cash-count';
import type { Denomination } from '../../shared/denominations';
import { minor, type MinorUnits } from '../../shared/money';
import type { Currency, Locale } from '../../shared/country';
import { parseAmount } from '../lib/parse-amount';
import { typedAmount } from '../lib/typed-amount';
import { ask } from '../till/bridge';
import { notices } from '../till/stores';

export interface CountDesk {
  readonly count: CashCount;
  readonly total: MinorUnits;
  /** What a person typed into a field; what is not readable stays on the screen and counts as nothing. */
  readonly typedFor: (denomination: Denomination) => string;
  readonly typedOther: string;
  readonly isReadable: (denomination: Denomination) => boolean;
  readonly isOtherReadable: boolean;
  /** Whether all of it can be read. */
  readonly isWhole: boolean;
  readonly type: (denomination: Denomination, typed: string) => void;
  readonly typeOther: (typed: string) => void;
}

const PIECES = /^\d{0,5}$/;

/** Cash as it is being counted: each keystroke is on disk, so that a power cut costs nobody a second count. */
export function useCount(
  purpose: CountDraft['purpose'],
  kept: CountDraft | null,
  { currency, locale }: { readonly currency: Currency; readonly locale: Locale },
): CountDesk {
  const before = kept?.purpose === purpose ? kept.count : emptyCount;
  const [count, setCount] = useState(before);
  const [typedOther, setTypedOther] = useState(before.other === 0 ? '' : typedAmount(before.other, currency, locale));
  const [unreadable, setUnreadable] = useState<Readonly<Record<string, string>>>({});

  const keep = (changed: CashCount) => {
    setCount(changed);
    void ask('shift.saveCount', { purpose, count: changed }).then((reply) => {
      if (!reply.ok) notices.getState().add(reply.error.code);
    });
  };
  const other = readOther(typedOther, currency, locale);
  return {
    count,
    total: countedOf(count),
    typedFor: (denomination) => {
      const pieces = piecesOf(count, denomination);
      return unreadable[keyOf(denomination)] ?? (pieces === 0 ? '' : String(pieces));
    },
    typedOther,
    isReadable: (denomination) => unreadable[keyOf(denomination)] === undefined,
    isOtherReadable: other !== null,
    isWhole: other !== null && Object.keys(unreadable).length === 0,
    type: (denomination, typed) => {
      const text = typed.trim();
      const others = Object.fromEntries(Object.entries(unreadable).filter(([key]) => key !== keyOf(denomination)));
      setUnreadable(PIECES.test(text) ? others : { ...others, [keyOf(denomination)]: typed });
      keep(withPieces(count, denomination, PIECES.test(text) ? Number(text) : 0));
    },
    typeOther: (typed) => {
      setTypedOther(typed);
      keep({ ...count, other: readOther(typed, currency, locale) ?? minor(0) });
    },
  };
}

function keyOf({ kind, value }: Denomination): string {
  return `${kind} ${value}`;
}

function readOther(typed: string, currency: Currency, locale: Locale): MinorUnits | null {
  if (/^[0.,\s]*$/.test(typed)) return minor(0);
  const parsed = parseAmount(typed, currency, locale);
  return parsed.ok ? parsed.value : null;
}
