import fc from 'fast-check';

/** What the customer of a sale does, in the order in which the table shows them. */
const behaviours = [
  'pays',
  'isRejectedThenPays',
  'scansOnTwoPhones',
  'paysTwice',
  'paysWhileCancelling',
  'paysAfterCancel',
  'paysAfterExpiry',
  'cancels',
  'givesUp',
  'isReviewedThenPays',
  'isReviewedThenRejected',
  'paysShort',
  'wantsACopy',
  'getsPartBack',
  'getsAllBack',
  'isRefundedElsewhere',
] as const;
export type Behaviour = (typeof behaviours)[number];

/** When in a sale its faults begin. */
export const moments = ['atTheStart', 'afterTheScan', 'afterTheDeed', 'afterTheEnd'] as const;
export type Moment = (typeof moments)[number];

export type Fault = { readonly when: Moment } & (
  | { readonly kind: 'killAtWrite'; readonly skip: number; readonly moment: 'before' | 'after' }
  | { readonly kind: 'killAtMoment'; readonly afterMs: number }
  | { readonly kind: 'killAtByte'; readonly bytes: number; readonly rest: 'lost' | 'arrives' }
  | { readonly kind: 'diskFull'; readonly skip: number; readonly times: number }
  | { readonly kind: 'noticesLost'; readonly times: number }
  | { readonly kind: 'noticesDoubled'; readonly copies: number }
  | { readonly kind: 'noticesSwapped'; readonly times: number }
  | { readonly kind: 'noticesLate'; readonly ms: number }
  | { readonly kind: 'noticeForged'; readonly whose: 'ours' | 'nobodys' }
  | { readonly kind: 'apiFails'; readonly status: number; readonly after: number; readonly times: number }
  | { readonly kind: 'apiSlow'; readonly ms: number; readonly times: number }
  | { readonly kind: 'answersLost'; readonly after: number; readonly times: number }
  | { readonly kind: 'requestsDropped'; readonly after: number; readonly times: number }
  | { readonly kind: 'answersTorn'; readonly after: number; readonly times: number }
  | { readonly kind: 'paperOut' }
  | { readonly kind: 'rollEnds'; readonly lines: number }
  | { readonly kind: 'cableCut'; readonly bytes: number }
  | { readonly kind: 'timeSkips'; readonly seconds: number }
);

/** Everything about one sale that is left to chance. */
export interface SalePlan {
  readonly behaviour: Behaviour;
  readonly faults: readonly Fault[];
  /** What a manager does when the sale's money is a question. */
  readonly answer: 'leaves' | 'dismisses' | 'givesBack' | 'links';
  /** How much of the sale goes back when part of it does, in hundredths. */
  readonly partBack: number;
}

const whole = (min: number, max: number) => fc.integer({ min, max });
const after = whole(0, 4);
const times = whole(1, 3);
/** Of a ticket, which has a little more, or else of the next one. */
const bytes = whole(1, 900);

/** A quarter of all faults: nothing else shows so much, and nothing else takes so long. */
const deaths = [
  fc.record({ kind: fc.constant('killAtWrite'), skip: whole(0, 14), moment: fc.constantFrom('before', 'after') }),
  fc.record({ kind: fc.constant('killAtMoment'), afterMs: whole(0, 700) }),
  fc.record({ kind: fc.constant('killAtByte'), bytes, rest: fc.constantFrom('lost', 'arrives') }),
] as const;
const others = [
  fc.record({ kind: fc.constant('diskFull'), skip: whole(0, 10), times }),
  fc.record({ kind: fc.constant('noticesLost'), times }),
  fc.record({ kind: fc.constant('noticesDoubled'), copies: times }),
  fc.record({ kind: fc.constant('noticesSwapped'), times }),
  fc.record({ kind: fc.constant('noticesLate'), ms: whole(50, 2_000) }),
  fc.record({ kind: fc.constant('noticeForged'), whose: fc.constantFrom('ours', 'nobodys') }),
  fc.record({ kind: fc.constant('apiFails'), status: fc.constantFrom(429, 500, 503), after, times }),
  fc.record({ kind: fc.constant('apiSlow'), ms: whole(50, 800), times }),
  fc.record({ kind: fc.constant('answersLost'), after, times }),
  fc.record({ kind: fc.constant('requestsDropped'), after, times }),
  fc.record({ kind: fc.constant('answersTorn'), after, times }),
  fc.record({ kind: fc.constant('paperOut') }),
  fc.record({ kind: fc.constant('rollEnds'), lines: whole(1, 20) }),
  fc.record({ kind: fc.constant('cableCut'), bytes }),
  fc.record({ kind: fc.constant('timeSkips'), seconds: whole(1, 240) }),
] as const;

const fault: fc.Arbitrary<Fault> = fc
  .tuple(
    fc.constantFrom(...moments),
    fc.oneof({ weight: 1, arbitrary: fc.oneof(...deaths) }, { weight: 3, arbitrary: fc.oneof(...others) }),
  )
  .map(([when, kind]) => ({ when, ...kind }));

const plan: fc.Arbitrary<SalePlan> = fc.record({
  behaviour: fc.oneof(
    { weight: 1, arbitrary: fc.constant('pays' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...behaviours) },
  ),
  faults: fc.array(fault, { minLength: 0, maxLength: 3, size: 'max' }),
  answer: fc.constantFrom('leaves', 'dismisses', 'givesBack', 'links'),
  partBack: whole(1, 99),
});

/** The first so many sales of a seed. The sale of an index is the same, however many are asked for. */
export function planSales(seed: number, count: number): readonly SalePlan[] {
  return fc.sample(plan, { seed, numRuns: count, unbiased: true });
}

/** One line for a person, and all of what is needed to see it again. */
export function planInWords({ behaviour, faults, answer, partBack }: SalePlan): string {
  const each = faults.map(({ kind, when, ...numbers }) => {
    const given = Object.entries(numbers).map(([name, value]) => `${name} ${String(value)}`);
    return `${kind} ${when}${given.length > 0 ? ` (${given.join(', ')})` : ''}`;
  });
  return [`${behaviour}, ${partBack} %`, ...each, `a manager ${answer}`].join(' · ');
}
