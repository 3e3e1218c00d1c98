import { hasOperators } from '../../shared/people/people';
import type { Setup, Snapshot } from '../../shared/snapshot';

/** The steps without which nothing can be charged, in order. */
export function missingSteps(setup: Pick<Setup, 'account' | 'register'>): readonly ('account' | 'register')[] {
  return (['account', 'register'] as const).filter((step) => setup[step] === null);
}

/** Whether this till can charge. Everything else is optional. */
export function isUsable(setup: Pick<Setup, 'account' | 'register'>): boolean {
  return missingSteps(setup).length === 0;
}

/** The guide was open when the program ended. Where people sign in, somebody must do that first. */
export function isGuideOpen({ setup: { guideStep }, people }: Pick<Snapshot, 'setup' | 'people'>): boolean {
  return guideStep !== null && guideStep !== 'finish' && !hasOperators(people);
}
