import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Product } from '../../shared/sale';
import { useWords } from '../hooks/use-words';
import { Money } from '../parts/Money';
import { ask } from '../till/bridge';
import './QuickKeys.css';

/** The store's favourite products, a touch away while nothing is typed. One stop of the Tab key; arrows walk the grid. */
export function QuickKeys({ onPick }: { readonly onPick: (product: Product) => void }) {
  const { t } = useWords();
  const [products, setProducts] = useState<readonly Product[] | null>(null);
  const grid = useRef<HTMLUListElement>(null);

  useEffect(() => {
    let gone = false;
    void ask('catalogue.favourites').then((reply) => {
      if (!gone) setProducts(reply.ok ? reply.value : []);
    });
    return () => {
      gone = true;
    };
  }, []);

  if (products === null) return <div className="quick-keys-none" />;
  if (products.length === 0) {
    return (
      <div className="quick-keys-none">
        <p>{t('sale.noFavourites')}</p>
        <p>{t('sale.noFavouritesTodo')}</p>
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
            <span className="quick-keys-name">{product.name}</span>{' '}
            <span className="quick-keys-price">
              <Money amount={product.price} />
              {product.unit === 'kg' && <small> {t('sale.perKilo')}</small>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
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
