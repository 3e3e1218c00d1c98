import { Minus, Plus, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { amountOff } from '../../shared/discount';
import { minor } from '../../shared/money';
import { lineGross, lineTotal, type DraftLine } from '../../shared/sale';
import { useWords } from '../hooks/use-words';
import { hotkeys } from '../../shared/hotkeys';
import type { QuantityProblem } from '../lib/parse-quantity';
import { quantityWords } from '../lib/quantity-words';
import { Button } from '../parts/Button';
import { Money } from '../parts/Money';
import { Trouble } from '../parts/Trouble';
import type { Changed } from '../till/draft-store';
import { dialogs, drafts } from '../till/stores';
import { QuantityField } from './QuantityField';

interface TicketLineProps {
  readonly line: DraftLine;
  readonly selected: boolean;
  readonly editing: boolean;
  readonly onChanged: (changed: Changed | null) => void;
  /** The cashier is done with the quantity; the sale's field takes over. */
  readonly onDone: () => void;
}

const lineDialogs = ['discount', 'price', 'note'] as const;

/** One line of the sale. The chosen one shows what can be done with it. */
export const TicketLine = memo(function TicketLine({ line, selected, editing, onChanged, onDone }: TicketLineProps) {
  const { t, locale } = useWords();
  const [problem, setProblem] = useState<QuantityProblem | null>(null);
  const { stepQuantity, setQuantity, remove, select } = drafts.getState();
  const { name } = line;

  return (
    <li className="ticket-line" aria-current={selected ? 'true' : undefined}>
      <button
        type="button"
        className="ticket-line-words"
        data-returns-focus
        onClick={() => {
          select(line.id);
        }}
      >
        <span className="ticket-line-quantity">{quantityWords(line, locale)}</span>{' '}
        <span className="ticket-line-name">{name}</span>{' '}
        <span className="ticket-line-total">
          <Money amount={lineTotal(line)} />
        </span>
        <LineExtras line={line} />
      </button>
      {selected && (
        <div className="ticket-line-actions">
          <Button
            className="ticket-line-step"
            data-returns-focus
            aria-label={t('sale.less', { name })}
            icon={<Minus aria-hidden="true" size={22} />}
            onClick={() => {
              onChanged(stepQuantity(line.id, -1));
            }}
          />
          <QuantityField
            label={t('sale.quantityOf', { name })}
            quantity={line.quantity}
            unit={line.unit}
            editing={editing}
            onCommit={(quantity) => {
              onChanged(setQuantity(line.id, quantity));
            }}
            onProblem={setProblem}
            onDone={onDone}
          />
          <Button
            className="ticket-line-step"
            data-returns-focus
            aria-label={t('sale.more', { name })}
            icon={<Plus aria-hidden="true" size={22} />}
            onClick={() => {
              onChanged(stepQuantity(line.id, 1));
            }}
          />
          <span className="ticket-line-price">
            {(line.unit === 'kg' || line.quantity !== 1000) && (
              <>
                <Money amount={line.unitPrice} /> {t(line.unit === 'kg' ? 'sale.perKilo' : 'sale.each')}
              </>
            )}
          </span>
          <Button
            look="quiet"
            className="ticket-line-remove"
            data-returns-focus
            aria-label={`${t('sale.remove', { name })} ${t('sale.keys.remove')}`}
            icon={<Trash2 aria-hidden="true" size={20} />}
            hotkey={t('sale.keys.remove')}
            aria-keyshortcuts="Delete"
            onClick={() => {
              remove(line.id);
            }}
          />
        </div>
      )}
      {selected && (
        <div className="ticket-line-changes">
          {lineDialogs.map((kind) => (
            <Button
              key={kind}
              look="quiet"
              hotkey={hotkeys[kind]}
              aria-keyshortcuts={hotkeys[kind].replace('Ctrl', 'Control')}
              aria-haspopup="dialog"
              onClick={() => {
                dialogs.getState().open({ kind, lineId: line.id });
              }}
            >
              {t(`line.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {selected && problem && (
        <Trouble
          what={`${t(`quantityProblems.${problem}.what`)} ${t('sale.keepsQuantity')}`}
          todo={t(`quantityProblems.${problem}.todo`)}
        />
      )}
    </li>
  );
});

/** Under a line: what is taken off it, the price it had, and what the cashier wrote. */
function LineExtras({ line }: { readonly line: DraftLine }) {
  const { t } = useWords();
  const off = amountOff(lineGross(line), line.discount);
  return (
    <>
      {line.kind === 'product' && line.listPrice !== undefined && (
        <span className="ticket-line-said">
          {t('line.priceChanged')}
          <s>
            <Money amount={line.listPrice} />
          </s>
        </span>
      )}
      {line.discount && (
        <span className="ticket-line-said">
          {t('line.discounted')} <Money amount={minor(0 - off)} />
        </span>
      )}
      {line.note !== undefined && <span className="ticket-line-said">{line.note}</span>}
    </>
  );
}
