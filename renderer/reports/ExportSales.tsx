import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import type { Days } from '../../shared/sales/sale-filter';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';

interface ExportSalesProps {
  readonly days: Days;
  readonly visit: () => string | null;
}

/** The sales of these days as a file for a spreadsheet. */
export function ExportSales({ days, visit }: ExportSalesProps) {
  const { t, failure } = useWords();
  const [file, setFile] = useState<string | null>(null);
  const write = useAction((rows: 'sale' | 'line') =>
    askPermitted('reports.export', { days, rows, visit: visit() }, t('reports.permission')),
  );
  const run = async (rows: 'sale' | 'line') => {
    setFile(null);
    const reply = await write.run(rows);
    if (reply?.ok === true && reply.value) setFile(reply.value.file);
  };
  return (
    <section className="report-part" aria-label={t('reports.export.title')}>
      <h3>{t('reports.export.title')}</h3>
      <div className="report-actions">
        {(['sale', 'line'] as const).map((rows) => (
          <Button
            key={rows}
            icon={<FileSpreadsheet aria-hidden="true" size={20} strokeWidth={1.75} />}
            disabled={write.busy}
            onClick={() => void run(rows)}
          >
            {t(`reports.export.${rows}`)}
          </Button>
        ))}
      </div>
      <p role="status">{write.busy ? t('reports.export.busy') : file && t('reports.export.done', { file })}</p>
      {write.failure && <Trouble {...failure(write.failure)} />}
    </section>
  );
}
