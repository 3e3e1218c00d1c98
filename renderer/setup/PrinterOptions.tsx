import { codePageSchema, type PrinterSettings } from '../../shared/printer';
import { useWords } from '../hooks/use-words';
import { Select } from '../parts/Select';

type Options = Omit<PrinterSettings, 'transport'>;

const usualColumns = [32, 42, 48];
const cuts = ['partial', 'full', 'none'] as const;

interface PrinterOptionsProps {
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

/** How this printer prints. The test ticket shows whether it is right. */
export function PrinterOptions({ options, onChange }: PrinterOptionsProps) {
  const { t } = useWords();
  const columns = usualColumns.includes(options.columns) ? usualColumns : [options.columns, ...usualColumns];
  return (
    <div className="setup-pair">
      <Select
        label={t('setup.printer.columns')}
        help={t('setup.printer.columnsHelp')}
        value={String(options.columns)}
        onChoose={(value) => onChange({ ...options, columns: Number(value) })}
      >
        {columns.map((count) => (
          <option key={count}>{count}</option>
        ))}
      </Select>
      <Select
        label={t('setup.printer.codePage')}
        help={t('setup.printer.codePageHelp')}
        value={options.codePage}
        onChoose={(value) => onChange({ ...options, codePage: codePageSchema.parse(value) })}
      >
        {codePageSchema.options.map((page) => (
          <option key={page} value={page}>
            {page === 'ascii' ? t('setup.printer.codePageAscii') : page}
          </option>
        ))}
      </Select>
      <Select
        label={t('setup.printer.cut')}
        value={options.cut}
        onChoose={(value) => onChange({ ...options, cut: cuts.find((cut) => cut === value) ?? 'partial' })}
      >
        {cuts.map((cut) => (
          <option key={cut} value={cut}>
            {t(`setup.printer.cuts.${cut}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('setup.printer.drawer')}
        value={String(options.drawerPin ?? '')}
        onChoose={(value) => onChange({ ...options, drawerPin: value === '2' ? 2 : value === '5' ? 5 : null })}
      >
        <option value="">{t('setup.printer.drawers.none')}</option>
        <option value="2">{t('setup.printer.drawers.pin2')}</option>
        <option value="5">{t('setup.printer.drawers.pin5')}</option>
      </Select>
    </div>
  );
}
