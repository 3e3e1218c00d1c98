import { fail, ok } from '../../shared/errors';
import { requests } from '../../shared/ipc-contract';
import type { RecoveryDesk } from '../recovery/recovery-desk';
import type { RequestHandlers } from './serve-requests';

type RecoveryRequest = 'recovery.state' | 'recovery.restore' | 'recovery.startEmpty' | 'recovery.quit';

/** While the till sells. */
export const nothingToRecover: Pick<RequestHandlers, RecoveryRequest> = {
  'recovery.state': () => ok(null),
  'recovery.restore': () => fail({ code: 'nothingToDo' }),
  'recovery.startEmpty': () => fail({ code: 'nothingToDo' }),
  'recovery.quit': () => fail({ code: 'nothingToDo' }),
};

/** While the data can't be used: there is nothing to ask but how to go on. */
export function recoveryHandlers(desk: RecoveryDesk, quit: () => void): RequestHandlers {
  return {
    ...everythingRefused,
    'recovery.state': () => ok(desk.state()),
    'recovery.restore': ({ name }) => desk.restore(name),
    'recovery.startEmpty': () => desk.startEmpty(),
    'recovery.quit': () => {
      quit();
      return ok(undefined);
    },
  };
}

// One for each name of the table that the type is made from.
export const everythingRefused = Object.fromEntries(
  Object.keys(requests).map((name) => [name, () => fail({ code: 'dataUnusable' } as const)]),
) as unknown as RequestHandlers;
