import { useState } from 'react';
import type { ClosedShiftView } from '../../shared/shift/shift-view';
import { useWords } from '../hooks/use-words';
import { Money } from '../parts/Money';
import { Row, RowList } from '../parts/RowList';
import { ClosedShiftDetails } from './ClosedShiftDetails';

interface ClosedShiftsProps {
  readonly closed: readonly ClosedShiftView[];
  readonly onChanged: () => void;
}

/** The shifts before, newest first, each with its figures, its slip again and its comparison. */
export function ClosedShifts({ closed, onChanged }: ClosedShiftsProps) {
  const { t, moment } = useWords();
  const [openId, setOpenId] = useState<string | null>(null);
  if (closed.length === 0) return <p>{t('shift.earlierNone')}</p>;
  return (
    <RowList label={t('shift.earlier')}>
      {closed.map((each) => {
        const { id, number, opening, closing } = each.shift;
        return (
          <Row
            key={id}
            title={t('shift.closed.row', { number: String(number) })}
            beside={t('shift.closed.when', { from: moment(opening.at), to: moment(closing.at), by: closing.by })}
            amount={
              <>
                <small>{t('shift.closing.counted')}</small> <Money amount={closing.counted} />
              </>
            }
            open={id === openId}
            onToggle={() => {
              setOpenId(id === openId ? null : id);
            }}
          >
            <ClosedShiftDetails closed={each} onChanged={onChanged} />
          </Row>
        );
      })}
    </RowList>
  );
}
