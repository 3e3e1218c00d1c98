import { useEffect, useState } from 'react';
import type { Product } from '../../shared/sale';
import { looksLikeCode } from '../lib/parse-entry';
import { ask } from '../till/bridge';

/** Digits may be a scanner's: its code is not searched one by one, or what it stands for would have to wait for that. */
const DIGITS_WAIT_MS = 70;
const LIMIT = 30;

export interface Found {
  /** The words that these were found with. */
  readonly words: string;
  readonly products: readonly Product[];
}

export async function searchProducts(words: string): Promise<Found> {
  const reply = await ask('catalogue.search', { query: words.slice(0, 80), limit: LIMIT });
  return { words, products: reply.ok ? reply.value : [] };
}

/** What the catalogue has for the words as they are typed; null before the first answer and without words. */
export function useProductSearch(words: string): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (words === '') return;
    let stale = false;
    const search = () => {
      void searchProducts(words).then((answer) => {
        if (!stale) setFound(answer);
      });
    };
    const timer = looksLikeCode(words) ? setTimeout(search, DIGITS_WAIT_MS) : undefined;
    if (timer === undefined) search();
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [words]);
  return words === '' ? null : found;
}
