import { ok } from '../../shared/errors';
import type { peopleRequests } from '../../shared/ipc/people-requests';
import type { PeopleDesk } from '../people/people-desk';
import type { RequestHandlers } from './serve-requests';

/** Who is at the till, and the log of what they did. */
export function peopleHandlers(people: PeopleDesk): Pick<RequestHandlers, keyof typeof peopleRequests> {
  return {
    'people.signIn': ({ pin }) => people.signIn(pin),
    'people.lock': () => people.lock(),
    'people.active': () => {
      people.active();
      return ok(undefined);
    },
    'people.openSetup': ({ approval }) => people.openSetup(approval),
    'people.leaveSetup': () => {
      people.leaveSetup();
      return ok(undefined);
    },
    'people.create': (person) => people.create(person),
    'people.change': (change) => people.change(change),
    'people.remove': ({ id }) => people.remove(id),
    'people.saveSettings': (settings) => people.saveSettings(settings),
    'people.recover': ({ token, id, pin }) => people.recover(token, id, pin),
    'people.log': async ({ before, limit, approval }) => {
      const allowed = await people.authorise('reports', approval);
      return allowed.ok ? ok([...people.log(before, limit)]) : allowed;
    },
  };
}
