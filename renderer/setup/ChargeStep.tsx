import { useState, type SubmitEvent } from 'react';
import type { Setup } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { parsePercent } from '../lib/parse-percent';
import { Field } from '../parts/Field';
import { ask } from '../till/bridge';
import { CheckField } from './CheckField';
import { FormActions } from './FormActions';
import { SavedNote } from './SavedNote';

/** How this store charges. */
export function ChargeStep({ setup: { charge, account } }: { readonly setup: Setup }) {
  const { t } = useWords();
  const [minutes, setMinutes] = useState(String(charge.expiresInMinutes));
  const [showQr, setShowQr] = useState(charge.showQrOnScreen);
  const [iva, setIva] = useState(charge.ivaPercent === null ? '' : String(charge.ivaPercent));
  const [checked, setChecked] = useState(false);
  const [saved, setSaved] = useState(false);
  const save = useAction((expiresInMinutes: number, ivaPercent: number | null) =>
    ask('setup.saveCharge', { ...charge, expiresInMinutes, showQrOnScreen: showQr, ivaPercent }),
  );

  const expiresInMinutes = /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : 0;
  const minutesWrong = expiresInMinutes < 1 || expiresInMinutes > 120;
  const ivaPercent = parsePercent(iva);
  const ivaWrong = iva.trim() !== '' && ivaPercent === null;

  const touched = () => {
    setChecked(false);
    setSaved(false);
    save.forget();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (minutesWrong || ivaWrong) return;
    setSaved((await save.run(expiresInMinutes, ivaPercent))?.ok === true);
  };

  return (
    <form className="setup-form" onSubmit={(event) => void submit(event)}>
      <Field
        className="setup-short"
        label={t('setup.charge.minutes')}
        help={t('setup.charge.minutesHelp')}
        inputMode="numeric"
        maxLength={3}
        value={minutes}
        problem={checked && minutesWrong ? { what: t('setup.charge.minutesProblem'), todo: '' } : null}
        onChange={(event) => {
          setMinutes(event.target.value);
          touched();
        }}
      />
      <CheckField
        label={t('setup.charge.showQr')}
        help={t('setup.charge.showQrHelp')}
        checked={showQr}
        onChange={(isShown) => {
          setShowQr(isShown);
          touched();
        }}
      />
      {account?.site === 'MCO' && (
        <Field
          className="setup-short"
          label={t('setup.charge.iva')}
          help={t('setup.charge.ivaHelp')}
          inputMode="decimal"
          maxLength={6}
          value={iva}
          problem={checked && ivaWrong ? { what: t('setup.charge.ivaProblem'), todo: '' } : null}
          onChange={(event) => {
            setIva(event.target.value);
            touched();
          }}
        />
      )}
      <FormActions action={save} words={t('setup.save')} busyWords={t('setup.saving')}>
        <SavedNote shown={saved} />
      </FormActions>
    </form>
  );
}
