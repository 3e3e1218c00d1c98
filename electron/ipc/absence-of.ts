import { fail, type Result } from '../../shared/errors';
import type { PeopleDesk } from '../people/people-desk';

/** Why nobody may act at this till now. A locked till begins nothing and prints nothing; what is under way goes on. */
export function absenceOf(people: PeopleDesk): Extract<Result<never>, { readonly ok: false }> | null {
  const absence = people.absence();
  return absence ? fail({ code: absence }) : null;
}
