import { useState, type SubmitEvent } from 'react';
import { countryOf } from '../../shared/country';
import { codePageSchema } from '../../shared/printer';
import type { Setup } from '../../shared/snapshot';
import type { TicketDesign } from '../../shared/ticket-design';
import type { Bitmap } from '../../shared/ticket/bitmap';
import { useAction } from '../hooks/use-action';
import { useLoad } from '../hooks/use-load';
import { useWords } from '../hooks/use-words';
import { Field } from '../parts/Field';
import { Select } from '../parts/Select';
import { Trouble } from '../parts/Trouble';
import { FormActions } from '../setup/FormActions';
import { SavedNote } from '../setup/SavedNote';
import { ask } from '../till/bridge';
import { designOf, draftOf, type DesignDraft } from './design-draft';
import { LogoField } from './LogoField';
import { PaperPreview } from './PaperPreview';
import { papers, paperWords } from './papers';
import { usePreview } from './use-preview';
import './TicketStep.css';

const loadLogo = () => ask('ticketDesign.logo');

/** What the tickets look like, beside a ticket that looks so. */
export function TicketStep({ setup }: { readonly setup: Setup }) {
  const { t, failure } = useWords();
  const { loaded } = useLoad(loadLogo, 'logo');
  if (loaded.state === 'asking') return <p role="status">{t('app.loading')}</p>;
  if (loaded.state === 'failed') return <Trouble {...failure(loaded.code)} />;
  return <Designer setup={setup} logo={loaded.value} />;
}

function Designer({ setup, logo: inForce }: { readonly setup: Setup; readonly logo: Bitmap | null }) {
  const { t, currency } = useWords();
  const [typed, setTyped] = useState<Partial<DesignDraft>>({});
  const [logo, setLogo] = useState(inForce);
  const [nameMissing, setNameMissing] = useState(false);
  const [saved, setSaved] = useState(false);
  const save = useAction((design: TicketDesign) => ask('ticketDesign.save', design));

  const draft = { ...draftOf(setup, currency), ...typed };
  const design = designOf(draft, logo, currency);
  const named = { ...design.business, name: draft.name.trim() === '' ? t('ticketDesign.noName') : draft.name };
  const preview = usePreview({ ...design, business: named });

  const touched = () => {
    setSaved(false);
    save.forget();
  };
  const change = (changes: Partial<DesignDraft>) => {
    setTyped({ ...typed, ...changes });
    setNameMissing(false);
    touched();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const missing = draft.name.trim() === '';
    setNameMissing(missing);
    if (missing) return;
    const reply = await save.run(design);
    setSaved(reply?.ok === true);
  };
  const field = (key: Exclude<keyof DesignDraft, 'paper'>, label: string, maxLength: number, help?: string) => (
    <Field
      label={label}
      help={help}
      maxLength={maxLength}
      value={draft[key]}
      problem={key === 'name' && nameMissing ? { what: t('setup.business.required'), todo: '' } : null}
      onChange={(event) => {
        change({ [key]: event.target.value });
      }}
    />
  );

  return (
    <div className="ticket-design">
      <form className="setup-form" onSubmit={(event) => void submit(event)}>
        {field('name', t('setup.business.businessName'), 80)}
        {field('address', t('setup.business.address'), 160)}
        {field('taxId', countryOf(currency).taxIdLabel, 30)}
        {field('footer', t('setup.business.footer'), 240, t('setup.business.footerHelp'))}
        {field('legend', t('ticketDesign.legend'), 240, t('ticketDesign.legendHelp'))}
        <LogoField
          logo={logo}
          columns={draft.paper.columns}
          onChange={(chosen) => {
            setLogo(chosen);
            touched();
          }}
        />
        <Select
          label={t('ticketDesign.paper')}
          help={t(setup.printer ? 'ticketDesign.paperHelp' : 'ticketDesign.paperNoPrinter')}
          value={String(draft.paper.columns)}
          onChoose={(value) => {
            change({ paper: { ...draft.paper, columns: Number(value) } });
          }}
        >
          {papers(draft.paper.columns).map((columns) => (
            <option key={columns} value={columns}>
              {paperWords(t, columns)}
            </option>
          ))}
        </Select>
        <Select
          label={t('ticketDesign.letters')}
          value={draft.paper.codePage}
          onChoose={(value) => {
            change({ paper: { ...draft.paper, codePage: codePageSchema.parse(value) } });
          }}
        >
          {codePageSchema.options.map((page) => (
            <option key={page} value={page}>
              {page === 'ascii' ? t('setup.printer.codePageAscii') : page}
            </option>
          ))}
        </Select>
        <div className="setup-sticky">
          <FormActions action={save} words={t('setup.save')} busyWords={t('setup.saving')}>
            <SavedNote shown={saved} />
          </FormActions>
        </div>
      </form>
      {preview && <PaperPreview {...preview} />}
    </div>
  );
}
