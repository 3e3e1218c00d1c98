import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Product } from '../../shared/sale';
import { looksLikeCode } from '../lib/parse-entry';
import { catalogueMirror, refreshCatalogue } from '../till/catalogue-mirror';
import { catalogues } from '../till/stores';

/** Digits may be a scanner's: its code is not searched one by one, or what it stands for would have to wait for that. */
const DIGITS_WAIT_MS = 70;
const LIMIT = 30;

export interface Found {
  /** The words that these were found with. */
  readonly words: string;
  readonly products: readonly Product[];
}

/** What the catalogue has for these words as it is now. */
export async function searchProducts(words: string): Promise<Found> {
  await refreshCatalogue();
  return { words, products: catalogueMirror.getState().search?.find(words, LIMIT) ?? [] };
}

/** What the catalogue has for the words as they are typed; null before the first answer and without words. */
export function useProductSearch(words: string): Found | null {
  const search = useStore(catalogueMirror, (state) => state.search);
  const version = useStore(catalogues, (state) => state.version);
  const isSearching = words !== '';
  useEffect(() => {
    void refreshCatalogue();
  }, [version, isSearching]);

  const [rested, setRested] = useState('');
  useEffect(() => {
    if (!looksLikeCode(words)) return;
    const timer = setTimeout(() => {
      setRested(words);
    }, DIGITS_WAIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [words]);

  const digits = words.startsWith(rested) ? rested : '';
  const wanted = looksLikeCode(words) ? digits : words;
  return useMemo(
    () => (search && wanted !== '' ? { words: wanted, products: search.find(wanted, LIMIT) } : null),
    [search, wanted],
  );
}
