import { z } from 'zod';
import { failureSchema, type Result } from '../../shared/errors';
import {
  productImportSchema,
  readFileOutcomeSchema,
  type ProductImport,
  type ReadFileOutcome,
} from '../../shared/product-file';
import { catalogueOrderSchema, changeCatalogue, type CatalogueOrder } from '../products/change-catalogue';
import { importOrderSchema, planImport, type ImportOrder } from '../products/plan-import';
import { exportOrderSchema, exportProducts, type ExportOrder } from '../products/export-products';
import { exportSales, saleExportOrderSchema, type SaleExportOrder } from '../reports/export-sales';
import { makeReport, reportOrderSchema, type ReportOrder } from '../reports/make-report';
import { reportSchema, type Report } from '../../shared/reports/report';
import { depthSchema, inspectDatabase, inspectionSchema, type Depth, type Inspection } from './inspect-database';
import {
  backupOrderSchema,
  backupOutcomeSchema,
  makeBackup,
  type BackupOrder,
  type BackupOutcome,
} from './make-backup';
import {
  prepareReplacement,
  replacementOrderSchema,
  replacementOutcomeSchema,
  type ReplacementOrder,
  type ReplacementOutcome,
} from './prepare-replacement';

/**
 * Work on whole databases. With 200 000 sales (0.9 GB) reading one takes 13 s from a cold disk, and copying it 3 s from a
 * warm one: in the till it is done in a process of its own, so that no charge waits for it.
 */
export interface DiskWorker {
  inspect(path: string, depth: Depth): Promise<Inspection>;
  makeBackup(order: BackupOrder): Promise<BackupOutcome>;
  prepareReplacement(order: ReplacementOrder): Promise<ReplacementOutcome>;
  planImport(order: ImportOrder): Promise<ReadFileOutcome>;
  changeCatalogue(order: CatalogueOrder): Promise<Result<ProductImport>>;
  /** Resolves to false when the file can't be written there. */
  exportProducts(order: ExportOrder): Promise<boolean>;
  makeReport(order: ReportOrder): Promise<Report>;
  /** Resolves to false when the file can't be written there. */
  exportSales(order: SaleExportOrder): Promise<boolean>;
}

const catalogueOutcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: productImportSchema }),
  z.object({ ok: z.literal(false), error: failureSchema }),
]);

/** What a worker in another process is asked. */
export const diskTaskSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inspect'), path: z.string(), depth: depthSchema }),
  z.object({ kind: z.literal('makeBackup'), order: backupOrderSchema }),
  z.object({ kind: z.literal('prepareReplacement'), order: replacementOrderSchema }),
  z.object({ kind: z.literal('planImport'), order: importOrderSchema }),
  z.object({ kind: z.literal('changeCatalogue'), order: catalogueOrderSchema }),
  z.object({ kind: z.literal('exportProducts'), order: exportOrderSchema }),
  z.object({ kind: z.literal('makeReport'), order: reportOrderSchema }),
  z.object({ kind: z.literal('exportSales'), order: saleExportOrderSchema }),
]);
export type DiskTask = z.infer<typeof diskTaskSchema>;

/** What it answers. */
export const diskAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), detail: z.string() }),
]);
export type DiskAnswer = z.infer<typeof diskAnswerSchema>;

/** Does it here and now. */
export function performDiskTask(task: DiskTask): unknown {
  switch (task.kind) {
    case 'inspect':
      return inspectDatabase(task.path, task.depth);
    case 'makeBackup':
      return makeBackup(task.order);
    case 'prepareReplacement':
      return prepareReplacement(task.order);
    case 'planImport':
      return planImport(task.order);
    case 'changeCatalogue':
      return changeCatalogue(task.order);
    case 'exportProducts':
      return exportProducts(task.order);
    case 'makeReport':
      return makeReport(task.order);
    case 'exportSales':
      return exportSales(task.order);
  }
}

/** @param perform rejects when the work could not be done. */
export function createDiskWorker(perform: (task: DiskTask) => Promise<unknown>): DiskWorker {
  return {
    inspect: async (path, depth) => inspectionSchema.parse(await perform({ kind: 'inspect', path, depth })),
    makeBackup: async (order) =>
      backupOutcomeSchema.parse(await perform({ kind: 'makeBackup', order: backupOrderSchema.parse(order) })),
    prepareReplacement: async (order) =>
      replacementOutcomeSchema.parse(await perform({ kind: 'prepareReplacement', order })),
    planImport: async (order) => readFileOutcomeSchema.parse(await perform({ kind: 'planImport', order })),
    changeCatalogue: async (order) => catalogueOutcomeSchema.parse(await perform({ kind: 'changeCatalogue', order })),
    exportProducts: async (order) => z.boolean().parse(await perform({ kind: 'exportProducts', order })),
    makeReport: async (order) => reportSchema.parse(await perform({ kind: 'makeReport', order })),
    exportSales: async (order) => z.boolean().parse(await perform({ kind: 'exportSales', order })),
  };
}

/** A worker in this process: for tests, and for data so small that a process would take longer. */
export const workerHere: DiskWorker = createDiskWorker((task) => Promise.resolve().then(() => performDiskTask(task)));
