import { useEffect, useRef, useState } from 'react';
import type { Days } from '../../shared/sales/sale-filter';
import { useWords } from '../hooks/use-words';
import { dayOf, daysOf, presets, type Preset } from '../lib/days-of';
import { dayWords } from '../lib/parse-day';
import { DaysField } from '../parts/DaysField';
import { Trouble } from '../parts/Trouble';
import { ExportSales } from './ExportSales';
import { ReportSheet } from './ReportSheet';
import { useReport } from './use-report';
import './Reports.css';

/** Which days, and what they came to. */
export default function ReportsBody() {
  const { t, failure } = useWords();
  const [today] = useState(() => dayOf(new Date()));
  const [preset, setPreset] = useState<Preset | 'other'>('today');
  const [days, setDays] = useState<Days>(daysOf('today', today));
  const { report, failure: problem, busy, visit } = useReport(days, t('reports.permission'));
  const { from, to } = days;
  const span = from === to ? dayWords(from) : t('reports.span', { from: dayWords(from), to: dayWords(to) });
  const first = useRef<HTMLButtonElement>(null);
  // It came after its dialog.
  useEffect(() => first.current?.focus(), []);

  return (
    <div className="reports">
      <div className="reports-spans" role="group" aria-label={t('reports.spans')}>
        {[...presets, 'other' as const].map((each) => (
          <button
            key={each}
            type="button"
            className="reports-span"
            aria-pressed={each === preset}
            ref={each === 'today' ? first : null}
            onClick={() => {
              setPreset(each);
              if (each !== 'other') setDays(daysOf(each, today));
            }}
          >
            {t(`sales.days.${each}`)}
          </button>
        ))}
      </div>
      {preset === 'other' && <DaysField days={days} today={today} onChange={setDays} />}
      <p className="reports-days" role="status">
        {[preset === 'other' ? null : span, busy ? t('reports.looking') : null]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {problem && <Trouble {...failure(problem)} />}
      {report && (
        <ReportSheet report={report}>
          {report.sales > 0 && <ExportSales days={report.days} visit={visit} />}
        </ReportSheet>
      )}
    </div>
  );
}
