import { useState } from 'react';
import type { SaleRecord, Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { parseAmount } from '../lib/parse-amount';
import { saleNumber } from '../lib/sale-number';
import { cashSaleState, saleState } from '../lib/sale-state';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { Money } from '../parts/Money';
import { Row, RowList } from '../parts/RowList';
import { Trouble } from '../parts/Trouble';
import { dialogs } from '../till/stores';
import { CashSaleDetails } from './CashSaleDetails';
import { SaleDetails } from './SaleDetails';
import { SaleFilters, type Narrowing } from './SaleFilters';
import { SaleStory } from './SaleStory';
import { useSales } from './use-sales';
import './SalesDialog.css';

interface SalesDialogProps {
  readonly snapshot: Snapshot;
  /** Looked for at once; empty lists the newest. */
  readonly number: string;
}

/** Any sale of this till: what it was, its story, its ticket again, and its money back. */
export function SalesDialog({ snapshot, number }: SalesDialogProps) {
  const { t, failure, currency, locale } = useWords();
  const [typed, setTyped] = useState(number);
  const [narrowing, setNarrowing] = useState<Narrowing>({ days: null, tender: null, state: null });
  const [chosen, setChosen] = useState<{ readonly id: string | null } | null>(null);
  const text = typed.trim();
  const amount = parseAmount(text, currency, locale);
  const {
    records,
    more,
    failure: problem,
    showMore,
  } = useSales({
    text,
    amount: amount.ok ? amount.value : null,
    ...narrowing,
  });
  const only = records?.length === 1 ? idOf(records[0]) : null;
  const openId = chosen ? chosen.id : only;
  const all = text === '' && Object.values(narrowing).every((each) => each === null);

  return (
    <Modal title={t('sales.title')} onClose={dialogs.getState().close}>
      <div className="sales-find">
        <Field
          label={t('sales.find.field')}
          help={t('sales.find.help')}
          maxLength={80}
          data-first-focus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            const first = event.currentTarget.closest('dialog')?.querySelector<HTMLElement>('.row-head');
            first?.focus();
            if (event.key === 'Enter' && first?.getAttribute('aria-expanded') === 'false') first.click();
          }}
        />
        <SaleFilters
          narrowing={narrowing}
          onChange={(next) => {
            setNarrowing(next);
            setChosen(null);
          }}
        />
      </div>
      {problem && <Trouble {...failure(problem)} />}
      <div role="status" aria-live="polite">
        {records === null && !problem && <p>{t('sales.looking')}</p>}
        {records?.length === 0 && (
          <p>
            {all ? t('sales.noneYet') : t('sales.none')} {!all && t('sales.noneTodo')}
          </p>
        )}
      </div>
      <RowList label={t('sales.list')}>
        {(records ?? []).map((record) => {
          const id = idOf(record);
          return (
            <SaleRow
              key={id}
              record={record}
              snapshot={snapshot}
              open={id === openId}
              onToggle={() => {
                setChosen({ id: id === openId ? null : id });
              }}
            />
          );
        })}
      </RowList>
      {more && (
        <Button className="sales-more" onClick={showMore}>
          {t('sales.find.more')}
        </Button>
      )}
    </Modal>
  );
}

interface SaleRowProps {
  readonly record: SaleRecord;
  readonly snapshot: Snapshot;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function SaleRow({ record, snapshot, open, onToggle }: SaleRowProps) {
  const { t, moment } = useWords();
  const sale = record.kind === 'cash' ? record.sale.sale : record.state.attempt.sale;
  const at = record.kind === 'cash' ? record.sale.paidAt : record.state.attempt.createdAt;
  const word =
    record.kind === 'cash' ? t(`sales.${cashSaleState(record)}`) : t(`sales.states.${saleState(record.state)}`);
  return (
    <Row
      title={`${saleNumber(sale.number)} · ${word}`}
      beside={`${moment(at)} · ${t('sale.articles', { count: sale.lines.length })}`}
      amount={<Money amount={sale.total} />}
      open={open}
      onToggle={onToggle}
    >
      {record.kind === 'cash' ? (
        <CashSaleDetails record={record} />
      ) : (
        <SaleDetails record={record} snapshot={snapshot} />
      )}
      <SaleStory saleId={sale.id} number={sale.number} />
    </Row>
  );
}

function idOf(record: SaleRecord | undefined): string | null {
  if (!record) return null;
  return record.kind === 'cash' ? record.sale.sale.id : record.state.attempt.checkoutId;
}
