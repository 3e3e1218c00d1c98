import type { AxiosResponse } from 'axios';

/** A header by its lower-case name; `null` when it is absent or came more than once. */
export function headerOf(response: AxiosResponse, name: string): string | null {
  const headers: Readonly<Record<string, unknown>> = response.headers;
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}
