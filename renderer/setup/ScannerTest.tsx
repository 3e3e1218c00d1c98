import { Check } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { isMisread } from '../../shared/codes/check-digit';
import { readScaleCode } from '../../shared/codes/scale-code';
import { scannerSettingsSchema, type ScannerSettings } from '../../shared/scanner';
import type { SellingSettings } from '../../shared/selling';
import { useAction } from '../hooks/use-action';
import { useWords, type Words } from '../hooks/use-words';
import { play } from '../lib/play-sound';
import { scaleWords } from '../lib/scale-words';
import { fittedTo, scanReading, type HeardKey, type ScanReading } from '../lib/scan-reading';
import { Button } from '../parts/Button';
import { FactList } from '../parts/FactList';
import { Field } from '../parts/Field';
import { Trouble } from '../parts/Trouble';
import { ask } from '../till/bridge';
import { ChoiceList } from './ChoiceList';
import { SavedNote } from './SavedNote';

/** A scanner that sends nothing at the end has said everything after this; a slow one has not yet. */
const SILENCE_MS = 450;
const usual = scannerSettingsSchema.parse({});
const layouts = ['typed', 'us'] as const;

/** Shows what a scanner sends, and fits the till to it. */
export function ScannerTest({ selling }: { readonly selling: SellingSettings }) {
  const { t } = useWords();
  const { scanner } = selling;
  const [reading, setReading] = useState<ScanReading | null>(null);
  const [layout, setLayout] = useState(scanner.layout);
  const [saved, setSaved] = useState(false);
  const save = useAction((fitted: ScannerSettings) => ask('setup.saveSelling', { ...selling, scanner: fitted }));
  const onKeyDown = useScanHeard((keys, end) => {
    setReading(scanReading(keys, end, scanner));
    setLayout(scanner.layout);
    setSaved(false);
    save.forget();
    play('scanned');
  });

  const fit = async (fitted: ScannerSettings) => {
    const reply = await save.run(fitted);
    setSaved(reply?.ok === true);
    if (reply?.ok === true) setReading(null);
  };
  const end = t(`setup.selling.scanner.nowEnds.${scanner.end}`);
  return (
    <section className="setup-form" aria-label={t('setup.selling.scanner.title')}>
      <h3>{t('setup.selling.scanner.title')}</h3>
      <Field
        label={t('setup.selling.scanner.field')}
        help={t('setup.selling.scanner.explained')}
        readOnly
        value={reading === null ? '' : textOf(reading, layout)}
        placeholder={t('setup.selling.scanner.waiting')}
        onKeyDown={onKeyDown}
      />
      {reading && (
        <Reading
          reading={reading}
          selling={selling}
          layout={layout}
          onLayout={setLayout}
          onFit={(fitted) => void fit(fitted)}
        />
      )}
      <div className="setup-actions">
        <p>{t('setup.selling.scanner.now', { mean: String(scanner.meanMs), end })}</p>
        {!isSame(scanner, usual) && (
          <Button look="quiet" disabled={save.busy} onClick={() => void fit(usual)}>
            {t('setup.selling.scanner.usual')}
          </Button>
        )}
        <SavedNote shown={saved} />
      </div>
    </section>
  );
}

interface ReadingProps {
  readonly reading: ScanReading;
  readonly selling: SellingSettings;
  readonly layout: ScannerSettings['layout'];
  readonly onLayout: (layout: ScannerSettings['layout']) => void;
  readonly onFit: (fitted: ScannerSettings) => void;
}

function Reading({ reading, selling, layout, onLayout, onFit }: ReadingProps) {
  const words = useWords();
  const { t } = words;
  const { typed, byPlace, problems, meanMs, slowestMs, end } = reading;
  const fitted = fittedTo(reading, layout);
  const isCode = !problems.includes('tooShort') && !problems.includes('byHand');
  // A faster scanner than it is set for is heard as it is.
  const isHeard =
    fitted.meanMs <= selling.scanner.meanMs && isSame({ ...fitted, meanMs: 0 }, { ...selling.scanner, meanMs: 0 });
  return (
    <div className="scanner-reading">
      {problems.map((problem) => (
        <Trouble
          key={problem}
          what={t(`setup.selling.scanner.${problem}.what`)}
          todo={t(`setup.selling.scanner.${problem}.todo`)}
        />
      ))}
      {isCode && (
        <>
          <FactList
            facts={[
              { label: t('setup.selling.scanner.read'), value: textOf(reading, layout), look: 'exact' },
              { label: t('setup.selling.scanner.kind'), value: kindOf(textOf(reading, layout), selling, words) },
              {
                label: t('setup.selling.scanner.speed'),
                value: t('setup.selling.scanner.speedOf', { mean: String(meanMs), slowest: String(slowestMs) }),
              },
              { label: t('setup.selling.scanner.end'), value: t(`setup.selling.scanner.ends.${end}`) },
            ]}
          />
          {typed !== byPlace && (
            <ChoiceList
              legend={t('setup.selling.scanner.which')}
              value={layout}
              choices={[
                { value: 'typed', label: typed },
                { value: 'us', label: byPlace },
              ]}
              onChoose={(chosen) => {
                onLayout(layouts.find((each) => each === chosen) ?? 'typed');
              }}
            />
          )}
          {isHeard ? (
            <p className="scanner-good" role="status">
              <Check aria-hidden="true" size={22} /> {t('setup.selling.scanner.allGood')}
            </p>
          ) : (
            <div className="setup-actions">
              <Button
                look="main"
                onClick={() => {
                  onFit(fitted);
                }}
              >
                {t('setup.selling.scanner.fit')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function textOf({ typed, byPlace }: ScanReading, layout: ScannerSettings['layout']): string {
  return layout === 'us' ? byPlace : typed;
}

function kindOf(text: string, { scaleCodes }: SellingSettings, words: Words): string {
  const { t, currency } = words;
  const label = readScaleCode(text, scaleCodes, currency);
  if (label) return scaleWords(label, words);
  if (isMisread(text)) return t('setup.selling.scanner.kinds.misread');
  const isRetail = /^(?:\d{8}|\d{12,13})$/.test(text);
  return t(isRetail ? 'setup.selling.scanner.kinds.retail' : 'setup.selling.scanner.kinds.other');
}

function isSame(one: ScannerSettings, other: ScannerSettings): boolean {
  return one.meanMs === other.meanMs && one.end === other.end && one.layout === other.layout;
}

/** Collects the keys of one code on the field that hears them. Tab and Enter by themselves stay what they are. */
function useScanHeard(onHeard: (keys: readonly HeardKey[], end: ScanReading['end']) => void) {
  const keys = useRef<HeardKey[]>([]);
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(silence.current), []);

  const finish = (end: ScanReading['end']) => {
    clearTimeout(silence.current);
    const heard = keys.current;
    keys.current = [];
    onHeard(heard, end);
  };
  return (event: KeyboardEvent) => {
    const { key, code, shiftKey: shift, timeStamp: at } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (key === 'Enter' || key === 'Tab') {
      if (keys.current.length === 0) return;
      event.preventDefault();
      finish(key);
      return;
    }
    // A keypad without its lock says where it moves to.
    if (key.length !== 1 && !/^Numpad\d$/.test(code)) return;
    event.preventDefault();
    const capsLock = event.getModifierState('CapsLock');
    keys.current.push({ key, code, shift, at, capsLock, byHand: false });
    clearTimeout(silence.current);
    silence.current = setTimeout(() => {
      finish('pause');
    }, SILENCE_MS);
  };
}
