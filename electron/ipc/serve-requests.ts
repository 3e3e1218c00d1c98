import {
  broadcasts,
  requests,
  type BroadcastName,
  type BroadcastPayload,
  type ParsedInput,
  type Reply,
  type RequestName,
  type RequestOutput,
} from '../../shared/ipc-contract';
import { fail, type ErrorCode, type Result } from '../../shared/errors';
import type { Log } from '../log/log';

/** One function for each request of the contract: a missing one does not compile. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    input: ParsedInput<Name>,
  ) => Result<RequestOutput<Name>> | Promise<Result<RequestOutput<Name>>>;
};

/**
 * Answers one request of a window. Input is parsed because a window may be garbled or hostile; output is parsed too,
 * so that nothing outside the contract (a secret, say) can leave by accident. Never throws.
 */
export async function serveRequest(
  handlers: RequestHandlers,
  log: Log,
  name: unknown,
  input: unknown,
): Promise<Reply<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(requests, name)) {
    log('ipc.unknownRequest', { name: typeof name === 'string' ? name.slice(0, 80) : typeof name });
    return fail({ code: 'badRequest' });
  }
  // hasOwn has just said that it is one of the table's names.
  return answer(handlers, log, name as RequestName, input);
}

async function answer(handlers: RequestHandlers, log: Log, name: RequestName, input: unknown): Promise<Reply<unknown>> {
  const { input: inputSchema, output: outputSchema } = requests[name];
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    log('ipc.badInput', { name, problem: parsed.error.issues[0]?.message });
    return fail({ code: 'badRequest' });
  }
  try {
    // The schema of this very name has just made it; TypeScript can't follow a name through two tables.
    const handle = handlers[name] as (input: unknown) => ReturnType<RequestHandlers[RequestName]>;
    const result = await handle(parsed.data);
    return result.ok ? { ok: true, value: outputSchema.parse(result.value) } : result;
  } catch (error) {
    log('ipc.failed', { name, error: String(error) });
    return fail({ code: codeOf(error) });
  }
}

/** The payload as a window may see it. @throws when it does not fit the contract, which is a bug. */
export function parseBroadcast(name: BroadcastName, payload: unknown): BroadcastPayload<BroadcastName> {
  return broadcasts[name].parse(payload);
}

/** SQLite's errors are the disk's: no space, no permission, damage. Anything else is a bug of ours. */
function codeOf(error: unknown): ErrorCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') ? 'diskProblem' : 'internal';
}
