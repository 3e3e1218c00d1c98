import { ok } from '../../shared/errors';
import type { settingsHistoryRequests } from '../../shared/ipc/settings-history-requests';
import type { Till } from '../till';
import { onlyWith } from './only-with';
import type { RequestHandlers } from './serve-requests';

type HistoryRequest = keyof typeof settingsHistoryRequests;

export function settingsHistoryHandlers({ settingsHistory, people }: Till): Pick<RequestHandlers, HistoryRequest> {
  const asManager = onlyWith(people, 'settings');
  return {
    'settingsHistory.list': asManager<'settingsHistory.list'>(() => ok(settingsHistory.list())),
    'settingsHistory.export': asManager<'settingsHistory.export'>((_nothing, authority) =>
      settingsHistory.export((file) => people.note('settingsExported', { note: file }, authority)),
    ),
  };
}
