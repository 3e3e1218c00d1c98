import { ArrowLeft, ArrowLeftToLine, ArrowRight, ArrowRightToLine } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import type { Product } from '../../shared/sale';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { moveWithin, type Step } from '../lib/move-within';
import { Button } from '../parts/Button';
import { ProductPicture } from '../parts/ProductPicture';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { catalogues } from '../till/stores';
import './ArrangeKeys.css';

interface ArrangeKeysFormProps {
  readonly products: readonly Product[];
  readonly onDone: () => void;
}

const steps = [
  { step: 'first', icon: ArrowLeftToLine, cap: 'Alt+↑', keys: 'Alt+ArrowUp' },
  { step: 'earlier', icon: ArrowLeft, cap: 'Alt+←', keys: 'Alt+ArrowLeft' },
  { step: 'later', icon: ArrowRight, cap: 'Alt+→', keys: 'Alt+ArrowRight' },
  { step: 'last', icon: ArrowRightToLine, cap: 'Alt+↓', keys: 'Alt+ArrowDown' },
] as const;

/** The quick keys in their order: one is chosen, and moves. */
export function ArrangeKeysForm({ products, onDone }: ArrangeKeysFormProps) {
  const { t, failure } = useWords();
  const [order, setOrder] = useState(products);
  const [chosenId, setChosenId] = useState(products[0]?.id ?? '');
  const grid = useRef<HTMLFieldSetElement>(null);
  const moved = useRef(false);
  const place = order.findIndex(({ id }) => id === chosenId);
  const save = useAction(() =>
    askPermitted('catalogue.arrangeFavourites', { ids: order.map(({ id }) => id) }, t('people.wishes.quickKeys')),
  );

  const move = (step: Step) => {
    moved.current = true;
    setOrder(moveWithin(order, place, step));
    save.forget();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps.find(({ keys }) => event.altKey && keys === `Alt+${event.key}`);
    if (!step) return;
    event.preventDefault();
    move(step.step);
  };
  // An element that moves in the page loses the focus, and a button keeps Enter from saving.
  useLayoutEffect(() => {
    const chosen = grid.current?.querySelector<HTMLInputElement>('input:checked');
    chosen?.parentElement?.scrollIntoView({ block: 'nearest' });
    if (moved.current) chosen?.focus();
    moved.current = false;
  }, [order]);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const reply = await save.run();
    if (reply?.ok !== true) return;
    catalogues.setState(({ version }) => ({ version: version + 1 }));
    onDone();
  };

  return (
    <form className="arrange" onKeyDown={onKeyDown} onSubmit={(event) => void submit(event)}>
      <p className="arrange-help">{t('quickKeys.help')}</p>
      <fieldset ref={grid} className="arrange-keys" aria-label={t('quickKeys.list')}>
        {order.map((product, index) => (
          <label key={product.id} className="arrange-key">
            <input
              type="radio"
              name="key"
              className="only-heard"
              checked={product.id === chosenId}
              {...(index === 0 && { 'data-first-focus': true, autoFocus: true })}
              onChange={() => {
                setChosenId(product.id);
              }}
            />
            <span className="arrange-place">{index + 1}</span>
            {product.picture && <ProductPicture picture={{ version: product.picture }} />}
            <span className="arrange-name">{product.name}</span>
          </label>
        ))}
      </fieldset>
      <p className="only-heard" role="status">
        {place >= 0 &&
          t('quickKeys.place', { name: order[place]?.name ?? '', place: String(place + 1), count: order.length })}
      </p>
      {save.failure && <Trouble {...failure(save.failure)} />}
      <div className="arrange-steps modal-foot">
        {steps.map(({ step, icon: Icon, cap, keys }) => (
          <Button
            key={step}
            hotkey={cap}
            aria-keyshortcuts={keys}
            icon={<Icon aria-hidden="true" size={22} strokeWidth={1.75} />}
            onClick={() => {
              move(step);
            }}
          >
            {t(`quickKeys.steps.${step}`)}
          </Button>
        ))}
        <Button look="main" size="large" type="submit" disabled={save.busy} hotkey={t('sale.keys.enter')}>
          {t('quickKeys.save')}
        </Button>
      </div>
    </form>
  );
}
