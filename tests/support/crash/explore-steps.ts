import { phaseOf, stepName } from './step-name';

export interface Machine<State extends Parameters<typeof phaseOf>[0], Event extends { readonly kind: string }> {
  readonly start: State;
  /** One event of every kind at least, and every kind of content that decides. */
  readonly eventsIn: (state: State) => readonly Event[];
  readonly transition: (state: State, event: Event) => { readonly state: State };
  /** States of the same look behave alike: keeps the search finite. */
  readonly look: (state: State) => unknown;
}

/** Far beyond what these machines have: a look that tells too much apart fails instead of running for ever. */
const MOST_STATES = 20_000;

/** Every step that the machine can take on disk, by name: found by trying every event in every state it can get to. */
export function exploreSteps<State extends Parameters<typeof phaseOf>[0], Event extends { readonly kind: string }>({
  start,
  eventsIn,
  transition,
  look,
}: Machine<State, Event>): ReadonlySet<string> {
  const steps = new Set([stepName(null, 'begun', phaseOf(start))]);
  const known = new Set([JSON.stringify(look(start))]);
  const waiting = [start];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (known.size > MOST_STATES) throw new Error('too many states: let fewer of them look different');
    for (const event of eventsIn(state)) {
      const { state: next } = transition(state, event);
      // The very same state is not written.
      if (next === state) continue;
      steps.add(stepName(phaseOf(state), event.kind, phaseOf(next)));
      const key = JSON.stringify(look(next));
      if (known.has(key)) continue;
      known.add(key);
      waiting.push(next);
    }
  }
  return steps;
}
