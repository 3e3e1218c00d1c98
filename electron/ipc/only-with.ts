import type { Result } from '../../shared/errors';
import type { ParsedInput, RequestName, RequestOutput } from '../../shared/ipc-contract';
import type { Permission } from '../../shared/people/people';
import type { Authority } from '../people/authority';
import type { PeopleDesk } from '../people/people-desk';

/** Requests of whoever has a permission: only then does anything of them happen. */
export function onlyWith(people: PeopleDesk, permission: Permission) {
  return <Name extends RequestName>(
      handle: (
        input: ParsedInput<Name>,
        authority: Authority,
      ) => Result<RequestOutput<Name>> | Promise<Result<RequestOutput<Name>>>,
    ) =>
    async (input: ParsedInput<Name>): Promise<Result<RequestOutput<Name>>> => {
      const allowed = await people.authorise(permission);
      return allowed.ok ? handle(input, allowed.value) : allowed;
    };
}
