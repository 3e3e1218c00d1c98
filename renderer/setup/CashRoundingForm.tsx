import { useState } from 'react';
import { defaultCashRounding, type CashRounding } from '../../shared/cash/cash-rounding';
import type { Site } from '../../shared/country';
import { minor } from '../../shared/money';
import type { Snapshot } from '../../shared/snapshot';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { SavedNote } from './SavedNote';

interface CashRoundingFormProps {
  readonly cash: Snapshot['cash'];
  readonly site: Site;
}

/** How totals become coins and notes: as is common in the country, or as a manager says. In force as soon as it is chosen. */
export function CashRoundingForm({ cash, site }: CashRoundingFormProps) {
  const { t, money, failure } = useWords();
  const save = useAction((rounding: CashRounding | null) => ask('setup.saveCash', { rounding }));
  const [saved, setSaved] = useState(false);
  const words = ({ step, toward }: CashRounding) =>
    step === 1 ? t('cash.setup.none') : t(`cash.setup.${toward}`, { step: money(minor(step)) });
  const country = defaultCashRounding(site);
  const choices = choicesFor(site);
  const chosen = cash.roundingIsOurs ? JSON.stringify(cash.rounding) : '';
  return (
    <div className="field">
      <label htmlFor="cash-rounding">{t('cash.setup.title')}</label>
      <select
        id="cash-rounding"
        value={chosen}
        disabled={save.busy}
        onChange={(event) => {
          const { value } = event.target;
          const choice = choices.find((each) => JSON.stringify(each) === value) ?? null;
          void save.run(choice).then((reply) => {
            setSaved(reply?.ok === true);
          });
        }}
      >
        <option value="">{`${t('cash.setup.country')}: ${words(country)}`}</option>
        {choices.map((choice) => (
          <option key={JSON.stringify(choice)} value={JSON.stringify(choice)}>
            {words(choice)}
          </option>
        ))}
      </select>
      <p className="field-help">{t('cash.setup.help')}</p>
      {save.failure && <Trouble {...failure(save.failure)} />}
      <SavedNote shown={saved} />
    </div>
  );
}

/** None, and the steps that coins and small notes make. */
function choicesFor(site: Site): readonly CashRounding[] {
  const unit = site === 'MLC' || site === 'MCO' ? 1 : 100;
  const steps = [unit / 10, unit, 5 * unit, 10 * unit, 50 * unit, 100 * unit].filter((step) => Number.isInteger(step));
  const both = steps
    .filter((step) => step > 1)
    .flatMap((step): CashRounding[] => [
      { step, toward: 'customer' },
      { step, toward: 'nearest' },
    ]);
  return [{ step: 1, toward: 'customer' }, ...both];
}
