import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Currency, Locale } from '../../shared/country';
import { fail, ok, type Result } from '../../shared/errors';
import type { Approval, Operator } from '../../shared/people/people';
import type { Report } from '../../shared/reports/report';
import type { Days } from '../../shared/sales/sale-filter';
import type { Translate } from '../../shared/texts/create-texts';
import type { FileDialogs } from '../files/file-dialogs';
import type { Log } from '../log/log';
import type { Authority } from '../people/authority';
import type { PeopleDesk } from '../people/people-desk';
import type { DiskWorker } from '../storage/disk-worker';

export interface ReportDeskPorts {
  readonly dataDir: string;
  readonly worker: DiskWorker;
  readonly people: Pick<PeopleDesk, 'authorise' | 'current' | 'note'>;
  readonly dialogs: FileDialogs;
  readonly currency: () => Currency;
  readonly locale: () => Locale;
  readonly timeZone: () => string;
  /** In the language of the till. */
  readonly texts: () => Translate;
  readonly now: () => Date;
  readonly log: Log;
}

export interface ReportWish {
  /** As the first answer gave it. */
  readonly visit: string | null;
  readonly approval?: Approval | undefined;
}

interface Visit {
  readonly id: string;
  readonly of: Operator['id'] | null;
  /** On whose word. */
  readonly authority: Authority;
  readonly until: number;
}

/** How long a manager's PIN keeps the reports open for a cashier who looks at nothing more. */
const VISIT_MS = 10 * 60_000;

/** What the days came to. It only reads, and in another process: a year of sales takes longer than a charge may wait. */
export class ReportDesk {
  readonly #ports: ReportDeskPorts;
  #visit: Visit | null = null;

  constructor(ports: ReportDeskPorts) {
    this.#ports = ports;
  }

  async read(
    wish: ReportWish & { readonly days: Days },
  ): Promise<Result<{ readonly visit: string; readonly report: Report }>> {
    const visit = await this.#enter(wish);
    if (!visit.ok) return visit;
    const { dataDir, timeZone, worker } = this.#ports;
    const report = await worker.makeReport({
      database: join(dataDir, 'caja-qr.db'),
      days: wish.days,
      timeZone: timeZone(),
    });
    return ok({ visit: visit.value.id, report });
  }

  async export(
    wish: ReportWish & { readonly days: Days; readonly rows: 'sale' | 'line' },
  ): Promise<Result<{ readonly file: string } | null>> {
    const visit = await this.#enter(wish);
    if (!visit.ok) return visit;
    const { people, dialogs, dataDir, texts, worker, currency, locale, timeZone, log } = this.#ports;
    const { days, rows } = wish;
    const t = texts();
    const span = days.from === days.to ? days.from : `${days.from}_${days.to}`;
    const kind = { title: t('reports.export.dialog'), filter: t('reports.export.filter'), extensions: ['csv'] };
    const path = await dialogs.save(kind, `${t(`reports.export.names.${rows}`)}-${span}.csv`);
    if (path === null) return ok(null);
    // Before there is a file: whoever takes one away is in the log, whatever happens next.
    people.note('salesExported', { note: `${span.replace('_', ' – ')} · ${basename(path)}` }, visit.value.authority);
    const written = await worker.exportSales({
      database: join(dataDir, 'caja-qr.db'),
      path,
      days,
      timeZone: timeZone(),
      rows,
      currency: currency(),
      locale: locale(),
      words: wordsIn(t),
    });
    log('sales.exported', { rows, written });
    return written ? ok({ file: basename(path) }) : fail({ code: 'fileNotWritten' });
  }

  async #enter({ visit, approval }: ReportWish): Promise<Result<Visit>> {
    const { people, now } = this.#ports;
    const of = people.current()?.id ?? null;
    const open = this.#visit;
    const isOpen = open !== null && open.id === visit && open.of === of && now().getTime() < open.until;
    const allowed = isOpen && of !== null ? ok(open.authority) : await people.authorise('reports', approval);
    if (!allowed.ok) return allowed;
    const id = isOpen ? open.id : randomUUID();
    const entered = { id, of, authority: allowed.value, until: now().getTime() + VISIT_MS };
    this.#visit = entered;
    return ok(entered);
  }
}

const saleColumns = [
  'number',
  'date',
  'time',
  'state',
  'by',
  'articles',
  'gross',
  'discount',
  'total',
  'rounding',
  'cash',
  'qr',
  'cashBack',
  'qrBack',
  'net',
  'reference',
  'payments',
] as const;

const lineColumns = [
  'number',
  'date',
  'time',
  'by',
  'code',
  'product',
  'quantity',
  'unit',
  'unitPrice',
  'discount',
  'total',
] as const;

const taxColumns = ['charged', 'taxRate', 'tax'] as const;

function wordsIn(t: Translate) {
  return {
    sale: saleColumns.map((column) => t(`reports.export.columns.${column}`)),
    line: lineColumns.map((column) => t(`reports.export.columns.${column}`)),
    tax: taxColumns.map((column) => t(`reports.export.columns.${column}`)),
    states: {
      paid: t('sales.states.paid'),
      partBack: t('sales.states.paidPartBack'),
      allBack: t('sales.states.paidAllBack'),
      review: t('sales.states.needsAttention'),
    },
    units: { unit: t('productFile.units.unit'), kg: t('productFile.units.kg') },
  };
}
