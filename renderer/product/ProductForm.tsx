import { useEffect, useId, useState, type SubmitEvent } from 'react';
import { taxesProducts } from '../../shared/country';
import { unitSchema, units, type Unit } from '../../shared/quantity';
import type { Product } from '../../shared/sale';
import { useAction } from '../hooks/use-action';
import { useScanner } from '../hooks/use-scanner';
import { useWords } from '../hooks/use-words';
import { amountSentence } from '../lib/amount-sentence';
import { parseAmount } from '../lib/parse-amount';
import { parsePercent } from '../lib/parse-percent';
import { parseQuantity } from '../lib/parse-quantity';
import { play } from '../lib/play-sound';
import { typedAmount } from '../lib/typed-amount';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Trouble } from '../parts/Trouble';
import { askPermitted } from '../people/ask-permitted';
import { ask } from '../till/bridge';
import { catalogues, drafts } from '../till/stores';
import { PictureField } from './PictureField';
import '../line/LineForm.css';
import './ProductForm.css';

interface ProductFormProps {
  readonly product: Product | null;
  readonly code: string;
  readonly quantity: string | null;
  readonly onDone: () => void;
}

export function ProductForm({ product, code: firstCode, quantity, onDone }: ProductFormProps) {
  const words = useWords();
  const { t, currency, locale, failure } = words;
  const listId = useId();
  const [code, setCode] = useState(product?.code ?? firstCode);
  const [name, setName] = useState(product?.name ?? '');
  const [price, setPrice] = useState(product ? typedAmount(product.price, currency, locale) : '');
  const [unit, setUnit] = useState<Unit>(product?.unit ?? 'unit');
  const [tax, setTax] = useState(typeof product?.tax === 'number' ? String(product.tax / 100) : '');
  const [category, setCategory] = useState(product?.category ?? '');
  const [favourite, setFavourite] = useState(product?.favourite ?? false);
  const [newPicture, setNewPicture] = useState<string | null | undefined>(undefined);
  const [tried, setTried] = useState(false);
  const known = useCategories();

  const amount = parseAmount(price, currency, locale);
  const percent = tax.trim() === '' ? null : parsePercent(tax);
  const taxWrong = tax.trim() !== '' && percent === null;
  const save = useAction(() =>
    askPermitted(
      'catalogue.save',
      {
        id: product?.id ?? null,
        code: code.trim() === '' ? null : code.trim(),
        name: name.trim(),
        price: amount.ok ? amount.value : 0,
        unit,
        category: category.trim() === '' ? null : category.trim(),
        favourite,
        tax: percent === null ? null : Math.round(percent * 100),
        newPicture,
      },
      t('people.wishes.product', { name: name.trim() }),
    ),
  );

  useScanner((scan) => {
    setCode(scan.text);
    save.forget();
    play('scanned');
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || !amount.ok || taxWrong) return;
    const reply = await save.run();
    if (reply?.ok !== true) return;
    catalogues.setState(({ version }) => ({ version: version + 1 }));
    drafts.getState().follow(reply.value);
    if (quantity !== null) addToSale(reply.value, quantity);
    onDone();
  };

  return (
    <form className="product-form" noValidate onSubmit={(event) => void submit(event)}>
      <Field
        className="product-form-wide"
        label={t('product.name')}
        maxLength={120}
        data-first-focus
        autoFocus
        value={name}
        problem={
          tried && name.trim() === ''
            ? { what: t('product.nameMissing.what'), todo: t('product.nameMissing.todo') }
            : null
        }
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <Field
        label={t('product.price')}
        inputMode="decimal"
        maxLength={20}
        value={price}
        problem={tried && !amount.ok ? amountSentence(amount.error, words) : null}
        onChange={(event) => {
          setPrice(event.target.value);
        }}
      />
      <Field
        label={t('product.code')}
        help={t('product.codeHelp')}
        maxLength={64}
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
          save.forget();
        }}
      />
      <fieldset className="product-form-unit product-form-wide">
        <legend>{t('product.unit')}</legend>
        {unitSchema.options.map((each) => (
          <label key={each} className="product-form-choice">
            <input
              type="radio"
              name="unit"
              checked={unit === each}
              onChange={() => {
                setUnit(each);
              }}
            />
            {t(`product.units.${each}`)}
          </label>
        ))}
      </fieldset>
      <Field
        label={t('product.category')}
        maxLength={60}
        list={listId}
        value={category}
        onChange={(event) => {
          setCategory(event.target.value);
        }}
      />
      <datalist id={listId}>
        {known.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      {taxesProducts(currency) && (
        <Field
          label={t('product.tax')}
          inputMode="decimal"
          maxLength={6}
          value={tax}
          problem={
            tried && taxWrong ? { what: t('product.taxProblem.what'), todo: t('product.taxProblem.todo') } : null
          }
          onChange={(event) => {
            setTax(event.target.value);
          }}
        />
      )}
      <label className="product-form-choice">
        <input
          type="checkbox"
          checked={favourite}
          onChange={(event) => {
            setFavourite(event.target.checked);
          }}
        />
        {t('product.favourite')}
      </label>
      <PictureField
        version={product?.picture ?? null}
        changed={newPicture}
        onChange={(picture) => {
          setNewPicture(picture);
          save.forget();
        }}
      />
      <div className="line-form-answers product-form-wide">
        {save.failure && <Trouble {...failure(save.failure)} />}
        <Button look="main" size="large" type="submit" disabled={save.busy} hotkey={t('sale.keys.enter')}>
          {t(quantity === null ? 'product.save' : 'product.saveAndAdd')}
        </Button>
      </div>
    </form>
  );
}

function addToSale(product: Product, typed: string): void {
  const parsed = typed === '' ? null : parseQuantity(typed, product.unit);
  drafts.getState().addProduct(product, parsed?.ok === true ? parsed.value : units(1));
  play('scanned');
}

function useCategories(): readonly string[] {
  const [categories, setCategories] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    void ask('catalogue.categories').then((reply) => {
      if (!gone && reply.ok) setCategories(reply.value);
    });
    return () => {
      gone = true;
    };
  }, []);
  return categories;
}
