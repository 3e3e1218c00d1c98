import { ok } from '../../shared/errors';
import type { settingsHistoryRequests } from '../../shared/ipc/settings-history-requests';
import type { Till } from '../till';
import type { RequestHandlers } from './serve-requests';

export function settingsHistoryHandlers({
  settingsHistory,
}: Till): Pick<RequestHandlers, keyof typeof settingsHistoryRequests> {
  return {
    'settingsHistory.list': () => ok(settingsHistory.list()),
    'settingsHistory.export': () => settingsHistory.export(),
  };
}
