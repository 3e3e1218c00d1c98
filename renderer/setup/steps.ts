import { hasOperators, type People } from '../../shared/people/people';
import { guideSteps, type GuideStep } from '../../shared/setup-guide';
import type { Setup } from '../../shared/snapshot';
import { isUsable } from '../till/usable';

/** What a manager decides besides, in any order. */
export const furtherSteps = ['charge', 'selling', 'customer', 'people', 'appearance'] as const;
export const stepNames = [...guideSteps, ...furtherSteps] as const;
export type StepName = (typeof stepNames)[number];

/** `needed` keeps from charging; `optional` only makes things slower or barer. */
export type StepState = 'done' | 'needed' | 'optional';

export function stepState(step: StepName, setup: Setup, people: People): StepState {
  switch (step) {
    case 'account':
    case 'register':
      return setup[step] === null ? 'needed' : 'done';
    case 'relay':
    case 'printer':
    case 'business':
      return setup[step] === null ? 'optional' : 'done';
    case 'finish':
      return isUsable(setup) ? 'done' : 'needed';
    case 'people':
      return hasOperators(people) ? 'done' : 'optional';
    default:
      return 'done';
  }
}

/** Which step of the guide this is, from 1; null: none of it. */
export function guidePlace(step: StepName): number | null {
  const index = guideSteps.findIndex((each) => each === step);
  return index === -1 ? null : index + 1;
}

export function guideNeighbours(step: StepName): {
  readonly before: GuideStep | null;
  readonly after: GuideStep | null;
} {
  const place = guidePlace(step);
  if (place === null) return { before: null, after: null };
  return { before: guideSteps[place - 2] ?? null, after: guideSteps[place] ?? null };
}

/**
 * Where a person begins: where they were when the guide was left open, the first step on a till that knows nothing, else
 * what is needed, then what is missing.
 */
export function firstStep(setup: Setup, people: People): StepName {
  if (setup.guideStep !== null && setup.guideStep !== 'finish') return setup.guideStep;
  if (setup.account === null && setup.register === null) return 'welcome';
  const first = (state: StepState) => stepNames.find((step) => stepState(step, setup, people) === state);
  return first('needed') ?? first('optional') ?? 'account';
}
