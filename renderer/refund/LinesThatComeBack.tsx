import type { MinorUnits } from '../../shared/money';
import { useWords } from '../hooks/use-words';
import { costOf, type LinesToGiveBack } from '../lib/lines-to-give-back';
import { quantityWords } from '../lib/quantity-words';
import { Money } from '../parts/Money';
import './LinesThatComeBack.css';

interface LinesThatComeBackProps {
  readonly goods: LinesToGiveBack;
  /** What can go back in this way. */
  readonly left: MinorUnits;
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
}

/** The lines of a sale, to say which of them come back. */
export function LinesThatComeBack({ goods, left, chosen, onChoose }: LinesThatComeBackProps) {
  const { t, money, locale } = useWords();
  const { lines, cameBack } = goods;
  const cost = costOf(chosen, goods);
  const choose = (index: number, comesBack: boolean) => {
    const next = new Set(chosen);
    if (comesBack) next.add(index);
    else next.delete(index);
    onChoose(next);
  };
  return (
    <fieldset className="refund-lines">
      <legend>{t('refund.lines')}</legend>
      <p>{t('refund.linesHelp')}</p>
      <div>
        {lines.map((line, index) => (
          <label key={`${index}-${line.name}`}>
            <input
              type="checkbox"
              checked={chosen.has(index)}
              disabled={cameBack.has(index)}
              onChange={(event) => {
                choose(index, event.target.checked);
              }}
            />
            <span>
              {quantityWords(line, locale)} {line.name}
            </span>
            <Money amount={line.total} />
          </label>
        ))}
      </div>
      <p role="status">{cost > left && t('refund.linesCostMore', { cost: money(cost), left: money(left) })}</p>
    </fieldset>
  );
}
