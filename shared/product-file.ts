import { z } from 'zod';
import { minorUnitsSchema } from './money';

/** What a column of a products file can be about. `tax` only where products have their own. */
export const productColumnSchema = z.enum(['code', 'name', 'price', 'unit', 'category', 'favourite', 'tax']);
export type ProductColumn = z.infer<typeof productColumnSchema>;

/** Why one line of a products file can't be taken. `value` is what it says there. */
export const lineProblemSchema = z.object({
  /** Of the file, counted from 1. */
  line: z.int().positive(),
  code: z.enum([
    'keyMissing',
    'codeMangled',
    'codeTooLong',
    'nameMissing',
    'nameTooLong',
    'priceMissing',
    'priceUnclear',
    'priceDecimals',
    'priceZero',
    'priceTooLarge',
    'unitUnknown',
    'favouriteUnknown',
    'categoryTooLong',
    'taxUnclear',
    'repeated',
  ]),
  value: z.string().max(60),
});
export type LineProblem = z.infer<typeof lineProblemSchema>;

/** What a line of the file does to the catalogue. `before`: the price until now; null for one that is new. */
export const productChangeSchema = z.object({
  line: z.int().positive(),
  code: z.string().nullable(),
  name: z.string(),
  before: minorUnitsSchema.nullable(),
  price: minorUnitsSchema,
});
export type ProductChange = z.infer<typeof productChangeSchema>;

/** A file that is no list of products. */
export const fileFaultSchema = z.enum(['unreadable', 'tooLarge', 'empty', 'noColumns', 'badQuotes']);
export type FileFault = z.infer<typeof fileFaultSchema>;

const count = z.int().nonnegative();

/** What the catalogue would become: everything that a person should see before they say yes. */
export const importPreviewSchema = z.object({
  planId: z.uuid(),
  /** The file's name, without its folder. */
  file: z.string(),
  columns: z.array(productColumnSchema),
  /** Names of columns that nothing is done with. */
  ignored: z.array(z.string()),
  lines: count,
  added: count,
  changed: count,
  unchanged: count,
  /** In the catalogue and not in the file. */
  missing: count,
  wrong: count,
  /** The first of each, to look at. */
  additions: z.array(productChangeSchema),
  changes: z.array(productChangeSchema),
  problems: z.array(lineProblemSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const readFileOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preview'), preview: importPreviewSchema }),
  z.object({ kind: z.literal('unusable'), file: z.string(), fault: fileFaultSchema }),
]);
export type ReadFileOutcome = z.infer<typeof readFileOutcomeSchema>;

/** An import that was applied. */
export const productImportSchema = z.object({
  at: z.iso.datetime(),
  file: z.string(),
  added: count,
  changed: count,
  removed: count,
  /** Somebody took it back. */
  undoneAt: z.iso.datetime().nullable(),
});
export type ProductImport = z.infer<typeof productImportSchema>;

export const catalogueStateSchema = z.object({ products: count, lastImport: productImportSchema.nullable() });
export type CatalogueState = z.infer<typeof catalogueStateSchema>;

/** A file that was written, by the name it got; null when nobody chose a place. */
export const writtenFileSchema = z.object({ file: z.string() }).nullable();
