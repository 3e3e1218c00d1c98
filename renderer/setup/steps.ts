import { hasOperators, type People } from '../../shared/people/people';
import type { Setup } from '../../shared/snapshot';

export const stepNames = [
  'account',
  'register',
  'relay',
  'printer',
  'business',
  'charge',
  'selling',
  'customer',
  'people',
  'appearance',
] as const;
export type StepName = (typeof stepNames)[number];

/** `needed` keeps from charging; `optional` only makes things slower or barer. */
export type StepState = 'done' | 'needed' | 'optional';

export function stepState(step: StepName, setup: Setup, people: People): StepState {
  if (step === 'charge' || step === 'selling' || step === 'customer' || step === 'appearance') return 'done';
  if (step === 'people') return hasOperators(people) ? 'done' : 'optional';
  if (setup[step] !== null) return 'done';
  return step === 'account' || step === 'register' ? 'needed' : 'optional';
}

/** What is left to do after a step that is done: the next one that is not. */
export function nextStep(step: StepName, setup: Setup, people: People): StepName | null {
  if (stepState(step, setup, people) !== 'done') return null;
  const later = stepNames.slice(stepNames.indexOf(step) + 1);
  return later.find((name) => stepState(name, setup, people) !== 'done') ?? null;
}

/** Where a person should begin: what is needed first, then what is missing, else the beginning. */
export function firstStep(setup: Setup, people: People): StepName {
  const first = (state: StepState) => stepNames.find((step) => stepState(step, setup, people) === state);
  return first('needed') ?? first('optional') ?? 'account';
}
