import { Delete } from 'lucide-react';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import type { ErrorCode } from '../../shared/errors';
import { useNow } from '../hooks/use-now';
import { useWords } from '../hooks/use-words';
import { Button } from '../parts/Button';
import { Trouble } from '../parts/Trouble';
import './PinPad.css';

const LEAST = 4;
const MOST = 8;
/** The till never makes anybody wait longer; more is a clock that was set back. */
const LONGEST_WAIT_MS = 5 * 60_000;

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface PinPadProps {
  readonly confirm: string;
  /** Resolves with why the PIN did not serve. */
  readonly onPin: (pin: string) => Promise<ErrorCode | null>;
  /** Until when the till tries no PIN, ISO 8601. */
  readonly waitsUntil: string | null;
}

/** A PIN by keys, by the number pad or by touch. It is never shown. */
export function PinPad({ confirm, onPin, waitsUntil }: PinPadProps) {
  const { t, failure } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const waitMs = Date.parse(waitsUntil ?? '') - useNow(1_000);
  const waiting = waitMs > 0 && waitMs <= LONGEST_WAIT_MS;

  useEffect(() => {
    field.current?.focus();
  }, []);

  const type = (typed: string) => {
    setPin(typed.replace(/\D/g, '').slice(0, MOST));
    if (typed !== '') setProblem(null);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || pin.length < LEAST) return;
    setBusy(true);
    const code = await onPin(pin);
    setBusy(false);
    setPin('');
    setProblem(code);
    field.current?.focus();
  };
  const press = (change: string) => () => {
    type(change);
    field.current?.focus();
  };

  return (
    <form className="pin-pad" onSubmit={(event) => void submit(event)}>
      <label className="only-heard" htmlFor={id}>
        {t('people.pin')}
      </label>
      <input
        ref={field}
        id={id}
        className="pin-field"
        type="password"
        inputMode="none"
        autoComplete="off"
        data-first-focus
        maxLength={MOST}
        value={pin}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => {
          type(event.target.value);
        }}
      />
      <div id={`${id}-problem`} className="pin-problem">
        {waiting ? (
          <p role="status">{t('people.waits', { seconds: String(Math.ceil(waitMs / 1000)) })}</p>
        ) : (
          problem && <Trouble {...failure(problem)} />
        )}
      </div>
      <div className="pin-keys" role="group" aria-label={t('people.pad')}>
        {digits.map((digit) => (
          <Button key={digit} size="large" onClick={press(pin + digit)}>
            {digit}
          </Button>
        ))}
        <Button
          size="large"
          aria-label={t('people.erase')}
          icon={<Delete aria-hidden="true" size={26} />}
          onClick={press(pin.slice(0, -1))}
        />
        <Button size="large" onClick={press(`${pin}0`)}>
          0
        </Button>
        <Button size="large" look="main" type="submit" disabled={busy || pin.length < LEAST}>
          {busy ? t('people.entering') : confirm}
        </Button>
      </div>
    </form>
  );
}
