import { createStore } from 'zustand/vanilla';
import { searchIn, type CatalogueSearch } from '../../shared/catalogue-search';
import { ask } from './bridge';

/**
 * This window's copy of the catalogue, to find what is typed within the key's own frame. A copy that is out of date can only show
 * an old price: main looks at prices again when the sale is charged. Null until the first is here.
 */
export const catalogueMirror = createStore<{ readonly search: CatalogueSearch | null }>()(() => ({ search: null }));

let asked: Promise<unknown> = Promise.resolve();

/** Takes over what has changed since. The sale goes on with the old copy until then. */
export function refreshCatalogue(): Promise<unknown> {
  asked = asked.then(async () => {
    const version = catalogueMirror.getState().search?.version ?? null;
    const reply = await ask('catalogue.text', { version });
    if (reply.ok && reply.value) catalogueMirror.setState({ search: searchIn(reply.value) });
  });
  return asked;
}
