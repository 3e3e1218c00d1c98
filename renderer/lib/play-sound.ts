import { soundsSchema, type Sounds } from '../../shared/appearance';
import type { Sound } from './sound-for';

interface Tone {
  readonly hertz: number;
  readonly startsAt: number;
  readonly seconds: number;
}

/** Short and low for a scan, two rising notes for paid, one low for look here. Paid is used for nothing else. */
export const tones: Readonly<Record<Sound, readonly Tone[]>> = {
  scanned: [{ hertz: 392, startsAt: 0, seconds: 0.06 }],
  paid: [
    { hertz: 659.25, startsAt: 0, seconds: 0.16 },
    { hertz: 987.77, startsAt: 0.15, seconds: 0.34 },
  ],
  lookHere: [{ hertz: 196, startsAt: 0, seconds: 0.35 }],
};

/** Medium is heard over a shop and not startling beside it. */
const loudness: Readonly<Record<Sounds['volume'], number>> = { low: 0.1, medium: 0.28, high: 0.75 };

let wanted: Sounds = soundsSchema.parse({});

/** From now on only these are heard, this loudly. */
export function tune(sounds: Sounds): void {
  wanted = sounds;
}

let context: AudioContext | null = null;

/** Made at the first sound, because opening the audio device slows the start. Silent where there is no device. */
export function play(sound: Sound): void {
  if (!wanted[sound]) return;
  context ??= new AudioContext();
  // Born asleep when nobody has touched the window yet.
  if (context.state === 'suspended') void context.resume();
  const { currentTime, destination } = context;
  for (const { hertz, startsAt, seconds } of tones[sound]) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    const volume = loudness[wanted.volume];
    const from = currentTime + startsAt;
    oscillator.frequency.value = hertz;
    // A tone that begins or ends at once clicks.
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(volume, from + 0.012);
    gain.gain.setValueAtTime(volume, from + seconds - 0.03);
    gain.gain.linearRampToValueAtTime(0, from + seconds);
    oscillator.connect(gain).connect(destination);
    oscillator.start(from);
    oscillator.stop(from + seconds);
  }
}
