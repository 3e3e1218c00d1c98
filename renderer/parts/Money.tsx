import { moneyParts, type MinorUnits } from '../../shared/money';
import { useWords } from '../hooks/use-words';
import './Money.css';

/** An amount whose sign is smaller than its digits. Its text is what `formatMoney` says, so that copying it is right. */
export function Money({ amount }: { readonly amount: MinorUnits }) {
  const { money, currency, locale } = useWords();
  const text = money(amount);
  const { symbol } = moneyParts(amount, currency, locale);
  // Behind the sign of what is less than nothing.
  const at = text.indexOf(symbol);
  if (at === -1) return <span className="money">{text}</span>;
  return (
    <span className="money">
      {text.slice(0, at)}
      <span className="money-symbol">{symbol}</span>
      {text.slice(at + symbol.length)}
    </span>
  );
}
