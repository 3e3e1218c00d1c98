import { isTooMuchCash } from '../../shared/cash/banknotes';
import type { Currency, Locale } from '../../shared/country';
import { minor, type MinorUnits } from '../../shared/money';
import type { CashMode } from '../till/paying-store';
import { parseAmount, type AmountProblem } from './parse-amount';

/** What was typed as money, and what follows from it. */
export type CashOffer =
  /** It covers the sale: take it. */
  | { readonly kind: 'enough'; readonly received: MinorUnits; readonly change: MinorUnits }
  /** A part, and this is left for the QR. */
  | { readonly kind: 'part'; readonly received: MinorUnits; readonly rest: MinorUnits; readonly missing: MinorUnits }
  /** Nothing was typed where something must be. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: AmountProblem | 'tooMuch' | 'wholeInCash' };

interface Bill {
  readonly mode: CashMode;
  /** What the sale costs, and what that is in coins and notes. */
  readonly total: MinorUnits;
  readonly due: MinorUnits;
  readonly currency: Currency;
  readonly locale: Locale;
}

/** An empty field is the exact amount where all is paid in cash. */
export function readCashOffer(typed: string, { mode, total, due, currency, locale }: Bill): CashOffer {
  if (typed.trim() === '') {
    return mode === 'cash' ? { kind: 'enough', received: due, change: minor(0) } : { kind: 'nothing' };
  }
  const parsed = parseAmount(typed, currency, locale);
  if (!parsed.ok) return { kind: 'problem', problem: parsed.error };
  const received = parsed.value;
  if (received < due && received < total) {
    return { kind: 'part', received, rest: minor(total - received), missing: minor(due - received) };
  }
  if (mode === 'mixed') return { kind: 'problem', problem: 'wholeInCash' };
  if (isTooMuchCash(due, received, currency)) return { kind: 'problem', problem: 'tooMuch' };
  return { kind: 'enough', received, change: minor(received - due) };
}
