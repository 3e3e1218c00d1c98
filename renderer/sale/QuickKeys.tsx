import * as Tabs from 'radix-ui/tabs';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { MOST_QUICK_KEYS } from '../../shared/ipc/product-requests';
import type { Product } from '../../shared/sale';
import { useWords } from '../hooks/use-words';
import { Money } from '../parts/Money';
import { ProductPicture } from '../parts/ProductPicture';
import { ask } from '../till/bridge';
import { catalogues } from '../till/stores';
import './QuickKeys.css';

/** The tab of the favourites: no category has this name, because theirs are never empty. */
const FAVOURITES = '';

/** The store's favourite products and its categories, a touch away while nothing is typed. */
export function QuickKeys({ onPick }: { readonly onPick: (product: Product) => void }) {
  const { t } = useWords();
  const version = useStore(catalogues, (state) => state.version);
  const categories = useCategories(version);
  const [chosen, setChosen] = useState(FAVOURITES);
  const tab = categories.includes(chosen) ? chosen : FAVOURITES;
  const products = useProducts(tab, version);

  if (categories.length === 0) return <Keys products={products} tab={FAVOURITES} onPick={onPick} />;
  return (
    <Tabs.Root className="quick-tabs" value={tab} onValueChange={setChosen}>
      <Tabs.List className="quick-tabs-list" aria-label={t('product.categories')}>
        {[FAVOURITES, ...categories].map((name) => (
          <Tabs.Trigger key={name} value={name} className="quick-tab">
            {name === FAVOURITES ? t('product.favourites') : name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value={tab} className="quick-tabs-body" tabIndex={-1}>
        <Keys products={products} tab={tab} onPick={onPick} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

interface KeysProps {
  /** Null until they are known. */
  readonly products: readonly Product[] | null;
  readonly tab: string;
  readonly onPick: (product: Product) => void;
}

/** One stop of the Tab key; arrows walk the grid. */
function Keys({ products, tab, onPick }: KeysProps) {
  const { t } = useWords();
  const grid = useRef<HTMLUListElement>(null);
  if (products === null) return <div className="quick-keys-none" />;
  if (products.length === 0) {
    return (
      <div className="quick-keys-none">
        <p>{tab === FAVOURITES ? t('sale.noFavourites') : t('product.noneInCategory')}</p>
        {tab === FAVOURITES && <p>{t('sale.noFavouritesTodo')}</p>}
      </div>
    );
  }
  return (
    <ul
      className="quick-keys"
      aria-label={t('sale.quickKeys')}
      ref={grid}
      onKeyDown={(event) => {
        walk(event, grid.current);
      }}
    >
      {products.map((product, index) => (
        <li key={product.id}>
          <button
            type="button"
            tabIndex={index === 0 ? 0 : -1}
            data-returns-focus
            onClick={() => {
              onPick(product);
            }}
          >
            {product.picture && <ProductPicture picture={{ version: product.picture }} />}
            <span className="quick-keys-words">
              <span className="quick-keys-name">{product.name}</span>{' '}
              <span className="quick-keys-price">
                <Money amount={product.price} />
                {product.unit === 'kg' && <small> {t('sale.perKilo')}</small>}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function useCategories(version: number): readonly string[] {
  const [categories, setCategories] = useState<readonly string[]>([]);
  useEffect(() => {
    let stale = false;
    void ask('catalogue.categories').then((reply) => {
      if (!stale && reply.ok) setCategories(reply.value);
    });
    return () => {
      stale = true;
    };
  }, [version]);
  return categories;
}

function useProducts(tab: string, version: number): readonly Product[] | null {
  const [answer, setAnswer] = useState<{ of: string; products: readonly Product[] } | null>(null);
  useEffect(() => {
    let stale = false;
    const asked =
      tab === FAVOURITES
        ? ask('catalogue.favourites')
        : ask('catalogue.ofCategory', { category: tab, limit: MOST_QUICK_KEYS });
    void asked.then((reply) => {
      if (!stale) setAnswer({ of: tab, products: reply.ok ? reply.value : [] });
    });
    return () => {
      stale = true;
    };
  }, [tab, version]);
  return answer?.of === tab ? answer.products : null;
}

/** Moves the focus to the key that lies in the direction of the arrow. */
function walk(event: KeyboardEvent, grid: HTMLUListElement | null): void {
  if (!grid || !(event.target instanceof HTMLElement)) return;
  const keys = [...grid.querySelectorAll('button')];
  const from = keys.findIndex((key) => key === event.target);
  const columns = getComputedStyle(grid).gridTemplateColumns.split(' ').length;
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (from === -1 || step === undefined) return;
  event.preventDefault();
  keys[from + step]?.focus();
}
