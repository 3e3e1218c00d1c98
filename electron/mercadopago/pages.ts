import { ok, type Result } from '../../shared/errors';
import type { GatewayFailure } from '../checkout/payment-gateway';

/** Merchant orders are searched by 30, which is also the most that a page of cajas may hold in newer references. */
const PAGE_SIZE = 30;
const MOST_PAGES = 50;

export interface Page<Item> {
  readonly items: readonly Item[];
  /** How many there are in all; `null` when the answer does not say. */
  readonly total: number | null;
}

/**
 * Everything that a search finds, page by page, each item once. Ends when the total is reached or a page brings
 * nothing new, since some searches answer the same page to every offset.
 */
export async function readPages<Item>(
  readPage: (offset: number, limit: number) => Promise<Result<Page<Item>, GatewayFailure>>,
  idOf: (item: Item) => string,
): Promise<Result<readonly Item[], GatewayFailure>> {
  const found = new Map<string, Item>();
  let offset = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await readPage(offset, PAGE_SIZE);
    if (!answer.ok) return answer;
    const { items, total } = answer.value;
    const before = found.size;
    for (const item of items) found.set(idOf(item), item);
    offset += items.length;
    const isLast = total === null ? items.length < PAGE_SIZE : offset >= total;
    if (isLast || found.size === before) break;
  }
  return ok([...found.values()]);
}
