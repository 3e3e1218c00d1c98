import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exchangeFolder } from '../../../electron/files/exchange-folder';
import { ReportDesk } from '../../../electron/reports/report-desk';
import { createCashStore } from '../../../electron/storage/cash-store';
import { diskWorkerIn } from '../../../electron/storage/disk-host-client';
import { workerHere, type DiskWorker } from '../../../electron/storage/disk-worker';
import { openDatabase } from '../../../electron/storage/open-database';
import { createPrintJobStore } from '../../../electron/storage/print-job-store';
import { createTenderStore } from '../../../electron/storage/tender-store';
import type { Currency, Locale } from '../../../shared/country';
import { minor } from '../../../shared/money';
import { units } from '../../../shared/quantity';
import { createTexts } from '../../../shared/texts/create-texts';
import { mountSmallDisk } from '../../support/storage/small-disk';
import { forkDiskHost } from '../../support/storage/fork-disk-host';

const AT = '2026-11-24T01:05:09.000Z';
const days = { from: '2026-11-23', to: '2026-11-23' };

/** A store in Buenos Aires with one cash sale of a treacherous product, and of so many more, at 22:05 of the 23rd. */
function aStore({
  worker = workerHere,
  locale = 'es-AR',
  currency = 'ARS',
  more = 0,
  tax,
  ...places
}: {
  worker?: DiskWorker;
  locale?: Locale;
  currency?: Currency;
  more?: number;
  tax?: number;
  files?: string;
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'caja-qr-export-'));
  const files = places.files ?? join(folder, 'files');
  const cheap = { productId: null, name: 'Caramelo', unitPrice: minor(0), unit: 'unit', total: minor(0) } as const;
  const db = openDatabase(join(folder, 'caja-qr.db'));
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const printJobs = createPrintJobStore(db, () => new Date(AT));
  const jobId = 'a-1';
  createCashStore(db, createTenderStore(db), printJobs).take(
    {
      sale: {
        id: '2f4d7c39-52bd-4a3c-8d7e-5b8cf30f0b42',
        number: 7,
        lines: [
          {
            productId: null,
            name: '=1+1; "Ñandú"',
            unitPrice: minor(75_000),
            unit: 'unit',
            quantity: units(2),
            discount: minor(5_000),
            ...(tax === undefined ? {} : { tax }),
            total: minor(145_000),
          },
          ...Array.from({ length: more }, () => ({ ...cheap, quantity: units(1) })),
        ],
        discount: minor(10_000),
        total: minor(135_000),
      },
      currency,
      registerName: 'Caja 1',
      due: minor(134_950),
      rounding: minor(-50),
      received: minor(140_000),
      change: minor(5_050),
      paidAt: AT,
      by: '@Ana',
      paper: { jobId, copy: 0, asked: null, seen: false },
    },
    { id: jobId, checkoutId: null, kind: 'sale', copy: 0, ticket: null, state: 'queued', trouble: null },
  );
  const desk = new ReportDesk({
    dataDir: folder,
    worker,
    people: {
      authorise: () => Promise.resolve({ ok: true, value: { operator: null, approver: null } }),
      current: () => null,
      note: () => undefined,
    },
    dialogs: exchangeFolder(files),
    currency: () => currency,
    locale: () => locale,
    timeZone: () => 'America/Argentina/Buenos_Aires',
    texts: () => createTexts(locale).t,
    now: () => new Date(AT),
    log: () => undefined,
  });
  return {
    folder,
    files,
    write: (rows: 'sale' | 'line') => desk.export({ days, rows, visit: null }),
    read: (name: string): string => readFileSync(join(files, name), 'utf8'),
  };
}

describe('sales as a file for a spreadsheet', () => {
  it('have a row for each sale, as Excel in Spanish reads it', async () => {
    const store = aStore();
    expect(await store.write('sale')).toEqual({ ok: true, value: { file: 'ventas-2026-11-23.csv' } });
    const text = store.read('ventas-2026-11-23.csv');
    expect(text.startsWith('\ufeffVenta;Fecha;Hora;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
    const [row] = parse(text, { bom: true, delimiter: ';', columns: true });
    expect(row).toMatchObject({
      Venta: '7',
      Fecha: '2026-11-23',
      Hora: '22:05:09',
      Estado: 'Pagada',
      Cajero: "'@Ana",
      'Importe sin descuentos': '1500,00',
      Descuentos: '150,00',
      Importe: '1350,00',
      Redondeo: '-0,50',
      Efectivo: '1349,50',
      'Mercado Pago QR': '0,00',
      Neto: '1349,50',
    });
    expect(readdirSync(store.files)).toEqual(['ventas-2026-11-23.csv']);
  });

  it('have a row for each line, in which nothing is a formula', async () => {
    const store = aStore({ locale: 'pt-BR' });
    await store.write('line');
    const text = store.read('vendas-itens-2026-11-23.csv');
    const rows: unknown = parse(text, { bom: true, delimiter: ';', columns: true });
    expect(rows).toMatchObject([{ Produto: `'=1+1; "Ñandú"`, Quantidade: '2', Preço: '750,00', Valor: '1450,00' }]);
  });

  it('say of each line in Colombia what of its final price is IVA, and nothing where nobody said', async () => {
    const store = aStore({ locale: 'es-CO', currency: 'COP', more: 1, tax: 1_950 });
    await store.write('line');
    const rows: unknown = parse(store.read('ventas-renglones-2026-11-23.csv'), {
      bom: true,
      delimiter: ';',
      columns: true,
    });
    expect(rows).toMatchObject([
      { Importe: '145000', 'Importe final': '135000', 'IVA %': '19,5', 'IVA incluido': '22029' },
      { Importe: '0', 'Importe final': '0', 'IVA %': '', 'IVA incluido': '' },
    ]);
  });

  it('say nothing of taxes where products have none of their own', async () => {
    const store = aStore({ tax: 1_900 });
    await store.write('line');
    expect(store.read('ventas-renglones-2026-11-23.csv')).not.toContain('IVA');
  });

  it('use the point and the comma where the country does', async () => {
    const store = aStore({ locale: 'es-MX' });
    await store.write('sale');
    const [row] = parse(store.read('ventas-2026-11-23.csv'), { bom: true, delimiter: ',', columns: true });
    expect(row).toMatchObject({ Importe: '1350.00' });
  });

  it('leave the file of before as it was when they can not be written', async () => {
    const store = aStore();
    // Where the new one should go there is something that no file can replace.
    mkdirSync(join(store.files, 'ventas-2026-11-23.csv', 'inside'), { recursive: true });
    expect(await store.write('sale')).toEqual({ ok: false, error: { code: 'fileNotWritten' } });
    expect(readdirSync(store.files)).toEqual(['ventas-2026-11-23.csv']);
    expect(existsSync(join(store.files, 'ventas-2026-11-23.csv', 'inside'))).toBe(true);
  });

  it('are whole or not there when the disk is full', async ({ skip, onTestFinished: finished }) => {
    const disk = mountSmallDisk(1);
    if (typeof disk === 'string') return skip(disk);
    finished(disk.remove);
    const store = aStore({ files: disk.folder, more: 400 });
    // Room for the beginning of it, which a write takes without a word.
    disk.fill(8_192);
    expect(await store.write('line')).toEqual({ ok: false, error: { code: 'fileNotWritten' } });
    expect(readdirSync(store.files).filter((name) => name.startsWith('ventas'))).toEqual([]);
    disk.makeRoom();
    expect(await store.write('line')).toMatchObject({ ok: true });
    expect(store.read('ventas-renglones-2026-11-23.csv').split('\r\n')).toHaveLength(403);
  });

  it('are read and written by the process for disks too', async () => {
    const store = aStore({ worker: diskWorkerIn(forkDiskHost) });
    expect(await store.write('sale')).toMatchObject({ ok: true });
    expect(store.read('ventas-2026-11-23.csv')).toContain('1350,00');
  });
});
