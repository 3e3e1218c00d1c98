import { Volume2 } from 'lucide-react';
import { textSizes, volumes, type Appearance, type Sounds } from '../../shared/appearance';
import type { Locale } from '../../shared/country';
import { useAction } from '../hooks/use-action';
import { useWords } from '../hooks/use-words';
import { play } from '../lib/play-sound';
import type { Sound } from '../lib/sound-for';
import { Button } from '../parts/Button';
import { Select } from '../parts/Select';
import { Trouble } from '../parts/Trouble';
import { CheckField } from '../setup/CheckField';
import { ChoiceList } from '../setup/ChoiceList';
import { ask } from '../till/bridge';
import { LanguageSelect } from './LanguageSelect';
import './AppearanceStep.css';

const themes = ['system', 'light', 'dark'] as const;
const sounds: readonly Sound[] = ['scanned', 'paid', 'lookHere'];

interface AppearanceStepProps {
  /** null: the country's. */
  readonly language: Locale | null;
  readonly appearance: Appearance;
}

/** How the till looks, speaks and sounds. A choice is in force at once: that is the only way to judge it. */
export function AppearanceStep({ language, appearance }: AppearanceStepProps) {
  const { t, failure } = useWords();
  const save = useAction((changes: Partial<Appearance>) => ask('setup.saveAppearance', { ...appearance, ...changes }));
  return (
    <div className="setup-form">
      {save.failure && <Trouble {...failure(save.failure)} />}
      <LanguageSelect language={language} />
      <ChoiceList
        legend={t('setup.appearance.theme')}
        value={appearance.theme}
        choices={themes.map((theme) => ({ value: theme, label: t(`setup.appearance.themes.${theme}`) }))}
        onChoose={(value) => void save.run({ theme: themes.find((theme) => theme === value) ?? 'system' })}
      />
      <CheckField
        label={t('setup.appearance.highContrast')}
        help={t('setup.appearance.highContrastHelp')}
        checked={appearance.highContrast}
        onChange={(highContrast) => void save.run({ highContrast })}
      />
      <Select
        label={t('setup.appearance.textSize')}
        help={t('setup.appearance.textSizeHelp')}
        value={String(appearance.textSize)}
        onChoose={(value) => void save.run({ textSize: textSizes.find((size) => String(size) === value) ?? 100 })}
      >
        {textSizes.map((size) => (
          <option key={size} value={size}>{`${size} %`}</option>
        ))}
      </Select>
      <SoundChoices sounds={appearance.sounds} onChange={(chosen) => void save.run({ sounds: chosen })} />
    </div>
  );
}

interface SoundChoicesProps {
  readonly sounds: Sounds;
  readonly onChange: (sounds: Sounds) => void;
}

function SoundChoices({ sounds: chosen, onChange }: SoundChoicesProps) {
  const { t } = useWords();
  return (
    <fieldset className="sound-choices">
      <legend>{t('setup.appearance.sounds')}</legend>
      <Select
        label={t('setup.appearance.volume')}
        value={chosen.volume}
        onChoose={(value) => {
          onChange({ ...chosen, volume: volumes.find((volume) => volume === value) ?? 'medium' });
        }}
      >
        {volumes.map((volume) => (
          <option key={volume} value={volume}>
            {t(`setup.appearance.volumes.${volume}`)}
          </option>
        ))}
      </Select>
      {sounds.map((sound) => {
        const name = t(`setup.appearance.${sound}`);
        return (
          <div className="sound-choice" key={sound}>
            <CheckField
              label={name}
              checked={chosen[sound]}
              onChange={(isOn) => {
                onChange({ ...chosen, [sound]: isOn });
              }}
            />
            <Button
              icon={<Volume2 aria-hidden="true" size={20} />}
              disabled={!chosen[sound]}
              aria-label={t('setup.appearance.listen', { sound: name })}
              onClick={() => {
                play(sound);
              }}
            >
              {t('setup.appearance.listenShort')}
            </Button>
          </div>
        );
      })}
    </fieldset>
  );
}
