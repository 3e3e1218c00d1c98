import { requests, type RequestName } from '../../shared/ipc-contract';
import type { RequestHandlers } from './serve-requests';

/** Handlers that may be others at the next request: the till sells, or somebody decides about its data. */
export function presentHandlers(present: () => RequestHandlers): RequestHandlers {
  const names = Object.keys(requests) as RequestName[];
  // Each name leads to the handler of the same name.
  return Object.fromEntries(
    names.map((name) => [name, (input: never) => present()[name](input)]),
  ) as unknown as RequestHandlers;
}
