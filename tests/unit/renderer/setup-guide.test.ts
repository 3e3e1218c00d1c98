import { describe, expect, it } from 'vitest';
import { guideSteps } from '../../../shared/setup-guide';
import type { People } from '../../../shared/people/people';
import type { Setup } from '../../../shared/snapshot';
import { firstStep, guideNeighbours, guidePlace, stepNames, stepState } from '../../../renderer/setup/steps';
import { isGuideOpen } from '../../../renderer/till/usable';
import { aSnapshot } from './builders';

const { setup: empty, people } = aSnapshot();
const account = { userId: '1', nickname: 'LAESQUINA', site: 'MLA' } as const;
const register = { id: '1', name: 'Caja 1', externalId: 'C1', storeName: 'Kiosco', externalStoreId: 'S1' };
const first = (changes: Partial<Setup>, of: People = people) => firstStep({ ...empty, ...changes }, of);

describe('the guide', () => {
  it('begins with a welcome where nothing is known, and else with what keeps from charging', () => {
    expect(first({})).toBe('welcome');
    expect(first({ account })).toBe('register');
    expect(first({ account, register })).toBe('relay');
  });

  it.each(['account', 'register', 'relay', 'printer', 'business'] as const)(
    'is open again where it was when the power went: %s',
    (guideStep) => {
      expect(first({ guideStep })).toBe(guideStep);
      expect(first({ guideStep, account, register })).toBe(guideStep);
      expect(isGuideOpen({ setup: { ...empty, account, register, guideStep }, people })).toBe(true);
    },
  );

  it('is over once it was left, and on tills that never had it', () => {
    for (const guideStep of ['finish', null] as const) {
      expect(isGuideOpen({ setup: { ...empty, account, register, guideStep }, people })).toBe(false);
    }
    expect(first({ account, register, guideStep: 'finish' })).toBe('relay');
  });

  it('leads from each step to the next and back, and out of none', () => {
    expect(guideSteps.map((step) => guideNeighbours(step).before)).toEqual([null, ...guideSteps.slice(0, -1)]);
    expect(guideSteps.map((step) => guideNeighbours(step).after)).toEqual([...guideSteps.slice(1), null]);
    expect(guidePlace('account')).toBe(2);
    expect(guideNeighbours('people')).toEqual({ before: null, after: null });
  });

  it('asks for nothing but account and caja', () => {
    const needed = stepNames.filter((step) => stepState(step, empty, people) === 'needed');
    expect(needed).toEqual(['account', 'register', 'finish']);
    expect(stepState('finish', { ...empty, account, register }, people)).toBe('done');
  });
});
