import type { diagnosticsRequests } from '../../shared/ipc/diagnostics-requests';
import type { Till } from '../till';
import { onlyWith } from './only-with';
import type { RequestHandlers } from './serve-requests';

type DiagnosticsRequest = keyof typeof diagnosticsRequests;

export function diagnosticsHandlers({ diagnostics, people }: Till): Pick<RequestHandlers, DiagnosticsRequest> {
  const asManager = onlyWith(people, 'settings');
  return {
    'diagnostics.run': asManager<'diagnostics.run'>(() => diagnostics.run()),
    'diagnostics.export': asManager<'diagnostics.export'>(() => diagnostics.export()),
  };
}
