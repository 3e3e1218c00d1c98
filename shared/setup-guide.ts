import { z } from 'zod';

/** What a shop owner goes through once, in order: from nothing to a test ticket. */
export const guideSteps = ['welcome', 'account', 'register', 'relay', 'printer', 'business', 'finish'] as const;

export const guideStepSchema = z.enum(guideSteps);
export type GuideStep = z.infer<typeof guideStepSchema>;
