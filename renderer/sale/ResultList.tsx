import { startTransition, useEffect, useRef, useState } from 'react';
import type { Product } from '../../shared/sale';
import { useWords } from '../hooks/use-words';
import { KeyCap } from '../parts/KeyCap';
import { Money } from '../parts/Money';
import { ProductPicture } from '../parts/ProductPicture';
import './ResultList.css';

interface ResultListProps {
  readonly id: string;
  /** What they were found with. */
  readonly words: string;
  readonly products: readonly Product[];
  readonly active: number;
  readonly onPick: (product: Product) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** More than a screen shows. They are painted in the key's own frame, and the rest when there is time. */
const FIRST = 12;

/** Products found by typing; the arrows of the field choose, Enter or a click takes. */
export function ResultList({ id, words, products, active, onPick }: ResultListProps) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const [whole, setWhole] = useState<readonly Product[] | null>(null);
  const shown = whole === products ? products : products.slice(0, Math.max(FIRST, active + 1));
  useEffect(() => {
    startTransition(() => {
      setWhole(products);
    });
  }, [products]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, products]);

  const pictured = products.some(({ picture }) => picture);

  return (
    <ul
      className={pictured ? 'results results-pictured' : 'results'}
      role="listbox"
      id={id}
      aria-label={t('sale.results')}
      data-words={words}
      ref={list}
    >
      {shown.map((product, index) => (
        <li
          key={product.id}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
          }}
          onClick={() => {
            onPick(product);
          }}
        >
          {pictured && (
            <span className="results-picture">
              {product.picture && <ProductPicture picture={{ version: product.picture }} />}
            </span>
          )}
          <span className="results-name">{product.name}</span>
          <span className="results-code">{product.code}</span>
          <span className="results-price">
            <Money amount={product.price} />
            {product.unit === 'kg' && <small> {t('sale.perKilo')}</small>}
          </span>
          <span className="results-key">{index === active && <KeyCap name={t('sale.keys.enter')} />}</span>
        </li>
      ))}
    </ul>
  );
}
