import { useState } from 'react';
import {
  stateFilterSchema,
  tenderFilterSchema,
  type Days,
  type StateFilter,
  type TenderFilter,
} from '../../shared/sales/sale-filter';
import { useWords } from '../hooks/use-words';
import { dayOf, daysOf, presets } from '../lib/days-of';
import { DaysField } from '../parts/DaysField';
import { Select } from '../parts/Select';

/** What narrows a list of sales beside the text that is looked for. */
export interface Narrowing {
  readonly days: Days | null;
  readonly tender: TenderFilter | null;
  readonly state: StateFilter | null;
}

interface SaleFiltersProps {
  readonly narrowing: Narrowing;
  readonly onChange: (narrowing: Narrowing) => void;
}

export function SaleFilters({ narrowing, onChange }: SaleFiltersProps) {
  const { t } = useWords();
  const [span, setSpan] = useState('all');
  const today = dayOf(new Date());
  const chooseSpan = (chosen: string) => {
    setSpan(chosen);
    const preset = presets.find((each) => each === chosen);
    const days = preset ? daysOf(preset, today) : chosen === 'all' ? null : (narrowing.days ?? daysOf('week', today));
    onChange({ ...narrowing, days });
  };
  return (
    <div className="sale-filters">
      <Select label={t('sales.find.days')} value={span} onChoose={chooseSpan}>
        <option value="all">{t('sales.find.all')}</option>
        {presets.map((preset) => (
          <option key={preset} value={preset}>
            {t(`sales.days.${preset}`)}
          </option>
        ))}
        <option value="other">{t('sales.days.other')}</option>
      </Select>
      <Select
        label={t('sales.find.tender')}
        value={narrowing.tender ?? 'all'}
        onChoose={(chosen) => {
          onChange({ ...narrowing, tender: tenderFilterSchema.options.find((each) => each === chosen) ?? null });
        }}
      >
        <option value="all">{t('sales.find.all')}</option>
        {tenderFilterSchema.options.map((tender) => (
          <option key={tender} value={tender}>
            {t(`sales.find.tenders.${tender}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('sales.find.state')}
        value={narrowing.state ?? 'all'}
        onChoose={(chosen) => {
          onChange({ ...narrowing, state: stateFilterSchema.options.find((each) => each === chosen) ?? null });
        }}
      >
        <option value="all">{t('sales.find.all')}</option>
        {stateFilterSchema.options.map((state) => (
          <option key={state} value={state}>
            {t(`sales.find.states.${state}`)}
          </option>
        ))}
      </Select>
      {span === 'other' && narrowing.days && (
        <DaysField
          days={narrowing.days}
          today={today}
          onChange={(days) => {
            onChange({ ...narrowing, days });
          }}
        />
      )}
    </div>
  );
}
