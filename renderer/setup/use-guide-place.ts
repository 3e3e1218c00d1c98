import { useEffect } from 'react';
import { guideStepSchema } from '../../shared/setup-guide';
import type { Setup } from '../../shared/snapshot';
import { ask } from '../till/bridge';

/** Keeps where the guide is, so that it is open there again after the power was gone. Once it was ended it stays ended. */
export function useGuidePlace(step: string, { guideStep, account, register }: Setup): void {
  const under = guideStep !== 'finish' && (guideStep !== null || account === null || register === null);
  const place = guideStepSchema.safeParse(step).data ?? null;
  const moved = under && place !== null && place !== guideStep ? place : null;
  useEffect(() => {
    // On the last step the guide is still open: leaving it is what ends it.
    if (moved !== null && moved !== 'finish') void ask('setup.saveGuideStep', { step: moved });
  }, [moved]);
}
