import { useId, useState } from 'react';
import { decimalsOf } from '../../shared/country';
import { minor, sum } from '../../shared/money';
import type { Report, ReportPart } from '../../shared/reports/report';
import { useWords, type Words } from '../hooks/use-words';
import { axisWords } from '../lib/axis-words';
import { busiestPart } from '../lib/busiest-part';
import { chartScale } from '../lib/chart-scale';
import { partWords } from '../lib/part-words';
import { Button } from '../parts/Button';
import { Money } from '../parts/Money';
import { FigureTable } from './FigureTable';

interface TakingsChartProps {
  readonly unit: Report['unit'];
  readonly parts: readonly ReportPart[];
}

/** In the drawing's own units, which the screen stretches to what there is. */
const WIDTH = 1000;
const HEIGHT = 240;
const LEFT = 84;
const TOP = 12;
const BOTTOM = 30;
/** Words under the bars get in each other's way when there are more. */
const MOST_WORDS = 16;

/** When the money came: a bar for each part of the span, cash on top of QR. The same stands in a table behind it. */
export function TakingsChart({ unit, parts }: TakingsChartProps) {
  const words = useWords();
  const { t, money, locale } = words;
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const shown = unit === 'hour' ? openHours(parts) : parts;
  const busiest = busiestPart(shown);
  if (!busiest) return null;
  const title = t(`reports.chart.${unit}`);
  return (
    <section className="report-part chart" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        <ul className="chart-legend">
          <li>
            <i className="chart-key chart-key-qr" />
            {t('reports.tenders.qr')}
          </li>
          <li>
            <i className="chart-key chart-key-cash" />
            {t('reports.tenders.cash')}
          </li>
        </ul>
        <Button
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {t(asTable ? 'reports.chart.asChart' : 'reports.chart.asTable')}
        </Button>
      </header>
      {asTable ? (
        <PartsTable unit={unit} parts={shown} words={words} labelledBy={id} />
      ) : (
        <Bars
          parts={shown}
          words={words}
          label={`${title}. ${t('reports.chart.said', { when: partWords(busiest.part.name, locale), total: money(busiest.total) })}`}
        />
      )}
    </section>
  );
}

interface BarsProps {
  readonly parts: readonly ReportPart[];
  readonly words: Words;
  readonly label: string;
}

function Bars({ parts, words: { t, money, currency, locale }, label }: BarsProps) {
  const hatch = useId();
  const totals = parts.map(({ cash, qr }) => cash + qr);
  const steps = chartScale(Math.max(...totals), 10 ** decimalsOf(currency));
  const top = steps.at(-1) ?? 1;
  const amounts = axisWords(
    steps.map((step) => step / 10 ** decimalsOf(currency)),
    locale,
  );
  const heightOf = (amount: number) => (amount / top) * (HEIGHT - TOP - BOTTOM);
  const ground = HEIGHT - BOTTOM;
  const slot = (WIDTH - LEFT) / parts.length;
  const width = Math.min(48, slot * 0.68);
  const every = Math.ceil(parts.length / MOST_WORDS);
  return (
    <svg className="chart-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="chart-cash-ground" width="7" height="7" />
        <rect className="chart-cash-stroke" width="2.5" height="7" />
      </pattern>
      {steps.map((step, index) => (
        <g key={step}>
          <line className="chart-line" x1={LEFT} x2={WIDTH} y1={ground - heightOf(step)} y2={ground - heightOf(step)} />
          <text className="chart-step" x={LEFT - 10} y={ground - heightOf(step) + 5}>
            {amounts[index]}
          </text>
        </g>
      ))}
      {parts.map(({ name, sales, cash, qr }, index) => {
        const left = LEFT + index * slot + (slot - width) / 2;
        const when = partWords(name, locale);
        return (
          <g key={`${index}-${name}`}>
            <title>{t('reports.chart.bar', { when, total: money(minor(cash + qr)), count: sales })}</title>
            <rect className="chart-hover" x={LEFT + index * slot} y={TOP} width={slot} height={ground - TOP} />
            <rect className="chart-qr" x={left} y={ground - heightOf(qr)} width={width} height={heightOf(qr)} />
            <rect
              className="chart-cash"
              fill={`url(#${hatch})`}
              x={left}
              y={ground - heightOf(qr) - heightOf(cash)}
              width={width}
              height={heightOf(cash)}
            />
            {index % every === 0 && (
              <text className="chart-when" x={LEFT + (index + 0.5) * slot} y={HEIGHT - 8}>
                {when}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface PartsTableProps extends TakingsChartProps {
  readonly words: Words;
  readonly labelledBy: string;
}

function PartsTable({ unit, parts, words: { t, locale }, labelledBy }: PartsTableProps) {
  const rows = parts.map(({ name, sales, cash, qr }, index) => ({
    key: `${index}-${name}`,
    cells: [
      partWords(name, locale),
      sales.toLocaleString(locale),
      <Money key="qr" amount={qr} />,
      <Money key="cash" amount={cash} />,
      <Money key="total" amount={sum([cash, qr])} />,
    ],
  }));
  const columns = [
    t(`reports.chart.when.${unit}`),
    t('reports.columns.sales'),
    t('reports.tenders.qr'),
    t('reports.tenders.cash'),
    t('reports.chart.total'),
  ];
  return <FigureTable labelledBy={labelledBy} columns={columns} rows={rows} />;
}

/** From the hour of the first sale to that of the last: nights tell nothing. */
function openHours(parts: readonly ReportPart[]): readonly ReportPart[] {
  const first = parts.findIndex(({ sales }) => sales > 0);
  const last = parts.findLastIndex(({ sales }) => sales > 0);
  return first === -1 ? [] : parts.slice(Math.max(0, first - 1), last + 2);
}
