import { localeSchema, type Locale } from '../../shared/country';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { Select } from '../parts/Select';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';

/** @param props.language null: the country's. In force at once. */
export function LanguageSelect({ language }: { readonly language: Locale | null }) {
  const { t, failure } = useWords();
  const save = useAction((chosen: Locale | null) => ask('setup.saveLanguage', { language: chosen }));
  return (
    <>
      {save.failure && <Trouble {...failure(save.failure)} />}
      <Select
        label={t('setup.appearance.language')}
        help={t('setup.appearance.languageHelp')}
        value={language ?? ''}
        onChoose={(value) => void save.run(localeSchema.options.find((locale) => locale === value) ?? null)}
      >
        <option value="">{t('setup.appearance.ofCountry')}</option>
        {localeSchema.options.map((locale) => (
          <option key={locale} value={locale}>
            {t(`setup.appearance.languages.${locale}`)}
          </option>
        ))}
      </Select>
    </>
  );
}
