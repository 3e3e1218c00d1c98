import { z } from 'zod';
import { foldText } from './fold-text';
import type { Product } from './sale';

/** Ends every product's line; nobody can type it into a search. */
export const LINE_END = '\n';

/**
 * The whole catalogue for searching, as it was at `version`: a line for each product, favourites first, then by name. Two
 * texts, because a hundred thousand objects take a hundred times as long from one process to another.
 */
export const catalogueTextSchema = z.object({
  version: z.string(),
  /** Name and code of each, folded. */
  words: z.string(),
  /** Each as JSON. */
  products: z.string(),
});
export type CatalogueText = z.infer<typeof catalogueTextSchema>;

/** The lines of these products, which are in order. */
export function linesOfCatalogue(products: readonly Product[]): Omit<CatalogueText, 'version'> {
  const lines = (lineOf: (product: Product) => string) =>
    products.map((product) => lineOf(product) + LINE_END).join('');
  return {
    words: lines(({ name, code }) => `${foldText(name)} ${foldText(code ?? '')}`.replaceAll(LINE_END, ' ')),
    products: lines((product) => JSON.stringify(product)),
  };
}
