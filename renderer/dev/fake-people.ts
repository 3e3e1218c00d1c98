import type { ErrorCode } from '../../shared/errors';
import type { peopleRequests } from '../../shared/ipc/people-requests';
import type { RequestInput, RequestOutput } from '../../shared/ipc-contract';
import type { People } from '../../shared/people/people';
import { auditEntries, idOf } from './builders';

type PeopleRequest = keyof typeof peopleRequests;
type PeopleAnswers = {
  readonly [Name in PeopleRequest]: (input: RequestInput<Name>) => RequestOutput<Name> | ErrorCode;
};

/** Everybody's PIN in the scenes; any other is wrong. */
const PIN = '2580';

/** The people of a scene. */
export function fakePeople(people: () => People, publish: (people: People) => void): PeopleAnswers {
  const change = (changes: Partial<People>): undefined => {
    publish({ ...people(), ...changes });
  };
  return {
    'people.signIn': ({ pin }) => (pin === PIN ? change({ current: people().operators[0] ?? null }) : 'pinWrong'),
    'people.lock': () => change({ current: null }),
    'people.active': () => undefined,
    'people.openSetup': ({ approval }) => {
      if (approval?.pin === PIN || people().current?.role !== 'cashier') {
        change({ setupOpen: true });
        return undefined;
      }
      return approval ? 'pinWrong' : 'permissionNeeded';
    },
    'people.leaveSetup': () => change({ setupOpen: false }),
    'people.create': ({ name, role }) => {
      const operator = { id: idOf(people().operators.length + 100), name, role };
      change({ operators: [...people().operators, operator], current: people().current ?? operator });
      return operator;
    },
    'people.change': ({ id, name, role }) =>
      change({ operators: people().operators.map((each) => (each.id === id ? { id, name, role } : each)) }),
    'people.remove': ({ id }) => change({ operators: people().operators.filter((each) => each.id !== id) }),
    'people.saveSettings': ({ lockAfterMinutes = null, cashierMay = [] }) =>
      change({ settings: { lockAfterMinutes, cashierMay } }),
    'people.recover': ({ id }) => change({ current: people().operators.find((each) => each.id === id) ?? null }),
    'people.log': ({ before }) => (before === null ? auditEntries() : []),
  };
}
