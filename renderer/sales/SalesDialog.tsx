import { useState } from 'react';
import type { SaleRecord, Snapshot } from '../../shared/snapshot';
import { useWords } from '../hooks/use-words';
import { saleNumber } from '../lib/sale-number';
import { cashSaleState, saleState } from '../lib/sale-state';
import { Field } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { Money } from '../parts/Money';
import { Row, RowList } from '../parts/RowList';
import { Trouble } from '../parts/Trouble';
import { dialogs } from '../till/stores';
import { CashSaleDetails } from './CashSaleDetails';
import { SaleDetails } from './SaleDetails';
import { SALES_SHOWN, useSales } from './use-sales';
import './SalesDialog.css';

interface SalesDialogProps {
  readonly snapshot: Snapshot;
  /** Looked for at once; empty lists the newest. */
  readonly number: string;
}

/** Any sale of this till: what it was, its ticket again, and its money back. */
export function SalesDialog({ snapshot, number }: SalesDialogProps) {
  const { t, failure } = useWords();
  const [typed, setTyped] = useState(number);
  const [chosen, setChosen] = useState<{ readonly id: string | null } | null>(null);
  const wanted = typed.trim();
  const readable = /^\d{0,12}$/.test(wanted);
  const { records, failure: problem } = useSales(readable ? wanted : '');
  const only = records?.length === 1 ? idOf(records[0]) : null;
  const openId = chosen ? chosen.id : only;
  const notReadable = { what: t('sales.fieldProblem.what'), todo: t('sales.fieldProblem.todo') };

  return (
    <Modal title={t('sales.title')} onClose={dialogs.getState().close}>
      <div className="sales-find">
        <Field
          label={t('sales.field')}
          inputMode="numeric"
          maxLength={12}
          data-first-focus
          value={typed}
          problem={readable ? null : notReadable}
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
        <p>{t('sales.fieldHelp')}</p>
      </div>
      {problem && <Trouble {...failure(problem)} />}
      <div role="status" aria-live="polite">
        {records === null && !problem && <p>{t('sales.looking')}</p>}
        {records?.length === 0 && <p>{wanted === '' ? t('sales.noneYet') : t('sales.none', { number: wanted })}</p>}
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
      {records?.length === SALES_SHOWN && <p className="sale-todo">{t('sales.newest', { count: SALES_SHOWN })}</p>}
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
    </Row>
  );
}

function idOf(record: SaleRecord | undefined): string | null {
  if (!record) return null;
  return record.kind === 'cash' ? record.sale.sale.id : record.state.attempt.checkoutId;
}
