import { SLOWEST_MEAN_MS, USUAL_MEAN_MS, type ScannerSettings } from '../../shared/scanner';
import { characterOf, type Keystroke } from './scan-detector';

/** A key as a test of the scanner hears it. */
export interface HeardKey extends Keystroke {
  readonly capsLock: boolean;
}

export type ScanProblem = 'tooShort' | 'byHand' | 'slow' | 'noEnd' | 'shifted' | 'capsLock' | 'numLock';

/** What one code of a scanner looked like from here. */
export interface ScanReading {
  /** With the letters and signs of this computer's keyboard. */
  readonly typed: string;
  /** With those of the keys' places on an English keyboard. */
  readonly byPlace: string;
  readonly meanMs: number;
  readonly slowestMs: number;
  readonly end: 'Enter' | 'Tab' | 'pause';
  /** What a person should know, the gravest first. */
  readonly problems: readonly ScanProblem[];
}

const SHORTEST = 4;

/** @param keys those that type something, in their order */
export function scanReading(keys: readonly HeardKey[], end: ScanReading['end'], scanner: ScannerSettings): ScanReading {
  const gaps = keys.slice(1).map((key, index) => key.at - (keys[index]?.at ?? key.at));
  const meanMs = gaps.length === 0 ? 0 : gaps.reduce((total, gap) => total + gap, 0) / gaps.length;
  const read = (layout: ScannerSettings['layout']) => keys.map((key) => characterOf(key, layout) ?? '').join('');
  const has = (problem: ScanProblem, is: boolean) => (is ? [problem] : []);
  const tooSlow = meanMs > SLOWEST_MEAN_MS;
  return {
    typed: read('typed'),
    byPlace: read('us'),
    meanMs: Math.round(meanMs),
    slowestMs: Math.round(Math.max(0, ...gaps)),
    end,
    problems: [
      ...has('tooShort', keys.length < SHORTEST),
      ...has('byHand', tooSlow),
      ...has('slow', !tooSlow && meanMs > scanner.meanMs),
      ...has('noEnd', end === 'pause' && scanner.end === 'key'),
      ...has('numLock', keys.some(isWithoutNumLock)),
      ...has(
        'capsLock',
        keys.some(({ capsLock, key }) => capsLock && /^\p{L}$/u.test(key)),
      ),
      ...has('shifted', keys.some(isShifted)),
    ],
  };
}

/** The settings with which this scanner is heard, with as much again as it took to spare. */
export function fittedTo({ meanMs, end }: ScanReading, layout: ScannerSettings['layout']): ScannerSettings {
  const spared = Math.ceil((meanMs * 2) / 10) * 10;
  return {
    meanMs: Math.min(SLOWEST_MEAN_MS, Math.max(USUAL_MEAN_MS, spared)),
    end: end === 'pause' ? 'pause' : 'key',
    layout,
  };
}

/** The digit row types something else here, so the keyboards differ: with Shift it is a sign anywhere. */
function isShifted({ key, code, shift }: HeardKey): boolean {
  return /^Digit\d$/.test(code) && !shift && !/^\d$/.test(key);
}

function isWithoutNumLock({ key, code }: HeardKey): boolean {
  return /^Numpad\d$/.test(code) && !/^\d$/.test(key);
}
