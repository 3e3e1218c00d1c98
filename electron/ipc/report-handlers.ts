import type { reportRequests } from '../../shared/ipc/report-requests';
import type { Till } from '../till';
import type { RequestHandlers } from './serve-requests';

/** What the days came to. The desk itself asks whether that may be seen. */
export function reportHandlers({ reports }: Till): Pick<RequestHandlers, keyof typeof reportRequests> {
  return {
    'reports.read': (wish) => reports.read(wish),
    'reports.export': (wish) => reports.export(wish),
  };
}
