import type { CatalogueStore } from '../../electron/storage/catalogue-store';
import { searchIn } from '../../shared/catalogue-search';
import type { Product } from '../../shared/sale';

/** As the window does it: in the text that the main process gives out. */
export async function searchCatalogue(
  catalogue: Pick<CatalogueStore, 'readText'>,
  query: string,
  limit: number,
): Promise<readonly Product[]> {
  const text = await catalogue.readText(null);
  if (!text) throw new Error('a catalogue that nobody has is given out');
  return searchIn(text).find(query, limit);
}
