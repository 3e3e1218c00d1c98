import { pinSchema } from '../../shared/people/pin';

/** A new PIN, typed twice because nobody sees it. */
export interface PinDraft {
  readonly pin: string;
  readonly again: string;
}

export function pinDraftOf(pin: string): PinDraft {
  return { pin, again: pin };
}

/** What keeps it from being taken. Whether it is somebody else's only the till knows. */
export function pinProblem({ pin, again }: PinDraft): 'pinProblem' | 'againProblem' | null {
  if (!pinSchema.safeParse(pin).success) return 'pinProblem';
  return pin === again ? null : 'againProblem';
}
