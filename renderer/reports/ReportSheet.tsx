import type { ReactNode } from 'react';
import type { Locale } from '../../shared/country';
import { minor, type MinorUnits } from '../../shared/money';
import type { CashierTakings, Report } from '../../shared/reports/report';
import { useWords } from '../hooks/use-words';
import { productRows, type ProductRow } from '../lib/product-rows';
import { soldQuantity } from '../lib/sold-quantity';
import { FactList, type Fact } from '../parts/FactList';
import { Money } from '../parts/Money';
import type { TableRow } from './FigureTable';
import { ReportTable } from './ReportTable';
import { TakingsChart } from './TakingsChart';

interface ReportSheetProps {
  readonly report: Report;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** One span of days on one sheet: its figures, when the money came, and from whom, how and for what. */
export function ReportSheet({ report, children }: ReportSheetProps) {
  const { t } = useWords();
  if (report.sales === 0 && report.refunds.count === 0 && report.returned.count === 0) {
    return <p className="reports-none">{t('reports.none')}</p>;
  }
  return (
    <>
      <Figures report={report} />
      <TakingsChart unit={report.unit} parts={report.parts} />
      <div className="report-columns">
        <div className="report-column">
          <Sums report={report} />
          {children}
        </div>
        <div className="report-column">
          <Tenders report={report} />
          <Cashiers cashiers={report.cashiers} />
          <Provider provider={report.provider} />
        </div>
      </div>
      <Products report={report} />
    </>
  );
}

function Figures({ report: { sales, net, average, refunds } }: { readonly report: Report }) {
  const { t, locale } = useWords();
  const figures = [
    { label: t('reports.figures.net'), value: <Money amount={net} /> },
    { label: t('reports.figures.sales'), value: whole(sales, locale) },
    { label: t('reports.figures.average'), value: average === null ? '–' : <Money amount={average} /> },
    { label: t('reports.figures.refunds'), value: whole(refunds.count, locale) },
  ];
  return (
    <dl className="report-figures">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sums({ report }: { readonly report: Report }) {
  const { t } = useWords();
  const { gross, discounts, rounding, received, refunds, net, returned } = report;
  const sum = (amount: MinorUnits) => ({ value: <Money amount={amount} /> });
  const less = (amount: MinorUnits) => sum(minor(0 - amount));
  const facts: readonly Fact[] = [
    { label: t('reports.sums.gross'), ...sum(gross) },
    ...(discounts === 0 ? [] : [{ label: t('reports.sums.discounts'), ...less(discounts) }]),
    ...(rounding === 0 ? [] : [{ label: t('reports.sums.rounding'), ...sum(rounding) }]),
    { label: t('reports.sums.received'), ...sum(received), look: 'sum' },
    ...(refunds.count === 0 ? [] : [{ label: t('reports.sums.refunds'), ...less(refunds.total) }]),
    { label: t('reports.sums.net'), ...sum(net), look: 'sum' },
    ...(returned.count === 0 ? [] : [{ label: t('reports.sums.returned'), ...sum(returned.total) }]),
  ];
  return (
    <section className="report-part" aria-label={t('reports.sums.title')}>
      <h3>{t('reports.sums.title')}</h3>
      <FactList facts={facts} />
    </section>
  );
}

function Tenders({ report: { cash, qr } }: { readonly report: Report }) {
  const { t, locale } = useWords();
  return (
    <ReportTable
      title={t('reports.tenders.title')}
      columns={takingsColumns(t('reports.columns.tender'), t)}
      rows={[
        takingsRow({ by: t('reports.tenders.cash'), ...cash }, locale),
        takingsRow({ by: t('reports.tenders.qr'), ...qr }, locale),
      ]}
    />
  );
}

function Cashiers({ cashiers }: { readonly cashiers: readonly CashierTakings[] }) {
  const { t, locale } = useWords();
  return (
    <ReportTable
      title={t('reports.cashiers.title')}
      columns={takingsColumns(t('reports.columns.by'), t)}
      rows={cashiers.map((cashier) => takingsRow(cashier, locale))}
    />
  );
}

function takingsColumns(first: string, t: ReturnType<typeof useWords>['t']): readonly string[] {
  const rest = (['sales', 'received', 'refunds', 'net'] as const).map((column) => t(`reports.columns.${column}`));
  return [first, ...rest];
}

function takingsRow({ by, sales, refunds }: CashierTakings, locale: Locale): TableRow {
  const net = minor(sales.total - refunds.total);
  return {
    key: by,
    cells: [
      by,
      whole(sales.count, locale),
      <Money key="received" amount={sales.total} />,
      refunds.total === 0 ? '–' : <Money key="refunds" amount={minor(0 - refunds.total)} />,
      <Money key="net" amount={net} />,
    ],
  };
}

function Products({ report }: { readonly report: Report }) {
  const { t, locale } = useWords();
  const rows = productRows(report);
  if (rows.length === 0) return null;
  const words = (row: ProductRow): readonly string[] => {
    switch (row.kind) {
      case 'product':
        return [row.name, soldQuantity(row.quantity, row.unit, locale), whole(row.sales, locale)];
      case 'others':
        return [t('reports.products.others', { count: row.count }), '', ''];
      case 'rounding':
        return [t('reports.sums.rounding'), '', ''];
      default:
        return [t(`reports.products.${row.kind}`), '', ''];
    }
  };
  return (
    <ReportTable
      title={t('reports.products.title')}
      columns={(['product', 'quantity', 'sales', 'total', 'refunds', 'net'] as const).map((column) =>
        t(`reports.columns.${column}`),
      )}
      rows={rows.map((row, index) => ({
        key: `${index}-${row.kind}`,
        cells: [...words(row), ...sumCells(row)],
        ...(row.kind === 'sum' && { look: 'sum' }),
      }))}
    />
  );
}

function sumCells({ total, refunded }: ProductRow): readonly ReactNode[] {
  return [
    total === 0 ? '–' : <Money key="total" amount={total} />,
    refunded === 0 ? '–' : <Money key="refunds" amount={minor(0 - refunded)} />,
    <Money key="net" amount={minor(total - refunded)} />,
  ];
}

function Provider({ provider }: Pick<Report, 'provider'>) {
  const { t, money, locale } = useWords();
  if (!provider) return null;
  const { shifts, payments, commission, net, untold } = provider;
  const facts: readonly Fact[] = [
    { label: t('reports.provider.payments'), value: whole(payments, locale) },
    ...(untold < payments
      ? [
          { label: t('reports.provider.commission'), value: money(commission) },
          { label: t('reports.provider.net'), value: money(net), look: 'sum' as const },
        ]
      : []),
    ...(untold > 0 ? [{ label: t('reports.provider.untold'), value: whole(untold, locale) }] : []),
  ];
  return (
    <section className="report-part" aria-label={t('reports.provider.title')}>
      <h3>{t('reports.provider.title')}</h3>
      <p className="report-explained">{t('reports.provider.explained', { count: shifts.length })}</p>
      <FactList facts={facts} />
    </section>
  );
}

function whole(count: number, locale: Locale): string {
  return count.toLocaleString(locale);
}
