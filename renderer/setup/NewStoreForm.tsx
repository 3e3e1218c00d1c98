import { useState, type SubmitEvent } from 'react';
import type { StoreChoice } from '../../shared/ipc-contract';
import type { Sentence } from '../../shared/texts/es/error-texts';
import { useAction } from '../hooks/use-action';
import { useWords, type Words } from '../hooks/use-words';
import { isExternalId, suggestExternalId } from '../lib/external-id';
import { parseCoordinate } from '../lib/parse-coordinate';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { FormActions } from './FormActions';

const LONGEST_ID = 60;

const empty = { name: '', street: '', number: '', city: '', state: '', latitude: '', longitude: '', reference: '' };
type Typed = typeof empty;

interface NewStoreFormProps {
  readonly onCreated: (store: StoreChoice) => void;
  readonly onClose: () => void;
}

/** A sucursal that Mercado Pago does not have yet. It wants the place on the map. */
export function NewStoreForm({ onCreated, onClose }: NewStoreFormProps) {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useState(empty);
  const [typedId, setTypedId] = useState<string | null>(null);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const externalId = typedId ?? suggestExternalId(typed.name, LONGEST_ID);

  const create = useAction((latitude: number, longitude: number) =>
    ask('setup.createStore', {
      externalId,
      name: typed.name,
      location: {
        streetName: typed.street,
        streetNumber: typed.number,
        city: typed.city,
        state: typed.state,
        latitude,
        longitude,
        reference: typed.reference,
      },
    }),
  );

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const latitude = parseCoordinate(typed.latitude, 90);
    const longitude = parseCoordinate(typed.longitude, 180);
    const found = firstProblem(typed, externalId, latitude === null || longitude === null, words);
    setProblem(found);
    if (found || latitude === null || longitude === null) return;
    const reply = await create.run(latitude, longitude);
    if (reply?.ok === true) onCreated(reply.value);
  };

  const field = (key: keyof Typed, label: string, maxLength: number, help?: string) => (
    <Field
      label={label}
      help={help}
      maxLength={maxLength}
      autoFocus={key === 'name'}
      value={typed[key]}
      onChange={(event) => {
        setTyped({ ...typed, [key]: event.target.value });
        setProblem(null);
        create.forget();
      }}
    />
  );

  return (
    <form
      className="setup-form setup-new"
      aria-label={t('setup.register.createStore')}
      onSubmit={(event) => void submit(event)}
    >
      <h3>{t('setup.register.createStore')}</h3>
      <div className="setup-pair">
        {field('name', t('setup.register.fieldName'), 60)}
        <Field
          label={t('setup.register.externalId')}
          help={t('setup.register.externalIdHelp')}
          maxLength={LONGEST_ID}
          value={externalId}
          onChange={(event) => {
            setTypedId(event.target.value);
            setProblem(null);
            create.forget();
          }}
        />
        {field('street', t('setup.register.street'), 100)}
        {field('number', t('setup.register.number'), 20)}
        {field('city', t('setup.register.city'), 80)}
        {field('state', t('setup.register.state'), 80)}
        {field('latitude', t('setup.register.latitude'), 20, t('setup.register.coordinatesHelp'))}
        {field('longitude', t('setup.register.longitude'), 20)}
        {field('reference', t('setup.register.reference'), 100)}
      </div>
      {problem && <Trouble {...problem} />}
      <FormActions action={create} words={t('setup.register.create')} busyWords={t('setup.register.creating')}>
        <Button onClick={onClose}>{t('setup.register.cancel')}</Button>
      </FormActions>
    </form>
  );
}

function firstProblem(typed: Typed, externalId: string, offTheMap: boolean, { t }: Words): Sentence | null {
  const required = [
    ['name', t('setup.register.fieldName')],
    ['street', t('setup.register.street')],
    ['number', t('setup.register.number')],
    ['city', t('setup.register.city')],
    ['state', t('setup.register.state')],
    ['latitude', t('setup.register.latitude')],
    ['longitude', t('setup.register.longitude')],
  ] as const;
  const missing = required.filter(([key]) => typed[key].trim() === '').map(([, label]) => label);
  if (missing.length > 0) return { what: t('setup.register.required', { fields: missing.join(', ') }), todo: '' };
  if (!isExternalId(externalId, LONGEST_ID)) {
    return { what: t('setup.register.externalIdProblem', { max: String(LONGEST_ID) }), todo: '' };
  }
  return offTheMap ? { what: t('setup.register.coordinatesProblem'), todo: '' } : null;
}
