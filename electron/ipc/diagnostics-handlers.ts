import type { diagnosticsRequests } from '../../shared/ipc/diagnostics-requests';
import type { Till } from '../till';
import type { RequestHandlers } from './serve-requests';

export function diagnosticsHandlers({ diagnostics }: Till): Pick<RequestHandlers, keyof typeof diagnosticsRequests> {
  return {
    'diagnostics.run': () => diagnostics.run(),
    'diagnostics.export': () => diagnostics.export(),
  };
}
