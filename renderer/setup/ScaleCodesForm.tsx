import { useState, type SubmitEvent } from 'react';
import { checkDigit } from '../../shared/codes/check-digit';
import { readScaleCode, scaleCodesSchema, type ScaleCodes } from '../../shared/codes/scale-code';
import { decimalsOf } from '../../shared/country';
import type { SellingSettings } from '../../shared/selling';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { scaleWords } from '../lib/scale-words';
import { Field } from '../parts/Field';
import { Select } from '../parts/Select';
import { ask } from '../till/bridge';
import { CheckField } from './CheckField';
import { ChoiceList } from './ChoiceList';
import { FormActions } from './FormActions';
import { SavedNote } from './SavedNote';

const values = ['weight', 'price'] as const;
const codeLengths = [4, 5, 6];

/** How the store's scale writes its labels, with one taken apart to compare with. */
export function ScaleCodesForm({ selling }: { readonly selling: SellingSettings }) {
  const { t, currency } = useWords();
  const most = decimalsOf(currency);
  const before = selling.scaleCodes;
  const [on, setOn] = useState(before !== null);
  const [prefixes, setPrefixes] = useState(before?.prefixes.join(', ') ?? '20');
  const [codeDigits, setCodeDigits] = useState(before?.codeDigits ?? 5);
  const [value, setValue] = useState<ScaleCodes['value']>(before?.value ?? 'weight');
  const [decimals, setDecimals] = useState(Math.min(before?.decimals ?? most, most));
  const [checked, setChecked] = useState(false);
  const [saved, setSaved] = useState(false);
  const save = useAction((scaleCodes: ScaleCodes | null) => ask('setup.saveSelling', { ...selling, scaleCodes }));

  const listed = [...new Set(prefixes.split(/[\s,;.]+/).filter(Boolean))];
  const scale = scaleCodesSchema.safeParse({ prefixes: listed, codeDigits, value, decimals });
  const touched = () => {
    setChecked(false);
    setSaved(false);
    save.forget();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (on && !scale.success) return;
    setSaved((await save.run(on && scale.success ? scale.data : null))?.ok === true);
  };

  return (
    <form className="setup-form" aria-label={t('setup.selling.scale.title')} onSubmit={(event) => void submit(event)}>
      <h3>{t('setup.selling.scale.title')}</h3>
      <CheckField
        label={t('setup.selling.scale.on')}
        help={t('setup.selling.scale.onHelp')}
        checked={on}
        onChange={(isOn) => {
          setOn(isOn);
          touched();
        }}
      />
      {on && (
        <>
          <div className="setup-pair">
            <Field
              label={t('setup.selling.scale.prefixes')}
              help={t('setup.selling.scale.prefixesHelp')}
              maxLength={60}
              value={prefixes}
              problem={
                checked && !scale.success
                  ? {
                      what: t('setup.selling.scale.prefixesProblem.what'),
                      todo: t('setup.selling.scale.prefixesProblem.todo'),
                    }
                  : null
              }
              onChange={(event) => {
                setPrefixes(event.target.value);
                touched();
              }}
            />
            <Select
              label={t('setup.selling.scale.codeDigits')}
              value={String(codeDigits)}
              onChoose={(chosen) => {
                setCodeDigits(Number(chosen));
                touched();
              }}
            >
              {codeLengths.map((length) => (
                <option key={length}>{length}</option>
              ))}
            </Select>
          </div>
          <ChoiceList
            legend={t('setup.selling.scale.value')}
            value={value}
            choices={values.map((each) => ({ value: each, label: t(`setup.selling.scale.values.${each}`) }))}
            onChoose={(chosen) => {
              setValue(values.find((each) => each === chosen) ?? 'weight');
              touched();
            }}
          />
          {value === 'price' && most > 0 && (
            <Select
              label={t('setup.selling.scale.decimals')}
              value={String(decimals)}
              onChoose={(chosen) => {
                setDecimals(Number(chosen));
                touched();
              }}
            >
              {[0, 1, 2].map((count) => (
                <option key={count}>{count}</option>
              ))}
            </Select>
          )}
          {scale.success && <ScaleExample scale={scale.data} />}
        </>
      )}
      <FormActions action={save} words={t('setup.save')} busyWords={t('setup.saving')}>
        <SavedNote shown={saved} />
      </FormActions>
    </form>
  );
}

/** A label of this scale, part by part. */
function ScaleExample({ scale }: { readonly scale: ScaleCodes }) {
  const words = useWords();
  const { t, currency } = words;
  const plu = '42'.padStart(scale.codeDigits, '0');
  const amount = '1250'.padStart(10 - scale.codeDigits, '0');
  const [prefix = ''] = scale.prefixes;
  const body = `${prefix}${plu}${amount}`;
  const check = String(checkDigit(body));
  const label = readScaleCode(`${body}${check}`, scale, currency);
  const parts = [
    { name: 'prefix', digits: prefix },
    { name: 'code', digits: plu },
    { name: scale.value, digits: amount },
    { name: 'check', digits: check },
  ] as const;
  return (
    <figure className="scale-example">
      <figcaption>{t('setup.selling.scale.example')}</figcaption>
      <div className="scale-example-code">
        {parts.map(({ name, digits }) => (
          <span key={name}>
            <b>{digits}</b> {t(`setup.selling.scale.parts.${name}`)}
          </span>
        ))}
      </div>
      {label && <p>{scaleWords(label, words)}</p>}
      <figcaption>{t('setup.selling.scale.check')}</figcaption>
    </figure>
  );
}
