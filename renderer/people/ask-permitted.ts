import type { ErrorCode } from '../../shared/errors';
import type { Reply, RequestInput, RequestName, RequestOutput } from '../../shared/ipc-contract';
import type { Approval } from '../../shared/people/people';
import { ask } from '../till/bridge';
import { dialogs } from '../till/stores';

/** Requests that a manager may allow in place. */
type PermittedRequest = {
  [Name in RequestName]: RequestInput<Name> extends { approval?: Approval | undefined } ? Name : never;
}[RequestName];

/** Then another PIN may do; after any other answer the act itself has been decided about. */
const pinProblems: ReadonlySet<ErrorCode> = new Set(['pinWrong', 'pinWaits', 'pinNotOfManager']);

/**
 * Asks for something that not everybody may do. Where the till says that a permission is needed, a manager is asked for
 * their PIN in place and the very same request goes again with it.
 * @param what the wish in words, for the manager who reads it
 */
export async function askPermitted<Name extends PermittedRequest>(
  name: Name,
  input: Omit<RequestInput<Name>, 'approval'>,
  what: string,
): Promise<Reply<RequestOutput<Name>>> {
  // The input of such a request is what was given and, perhaps, an approval.
  const send = ask as (name: Name, input: unknown) => Promise<Reply<RequestOutput<Name>>>;
  const first = await send(name, input);
  if (first.ok || first.error.code !== 'permissionNeeded') return first;
  return new Promise((resolve) => {
    dialogs.getState().askFor({
      what,
      tryWith: async (pin) => {
        const reply = await send(name, { ...input, approval: { pin } });
        if (!reply.ok && pinProblems.has(reply.error.code)) return reply.error.code;
        resolve(reply);
        return null;
      },
      giveUp: () => {
        resolve(first);
      },
    });
  });
}
