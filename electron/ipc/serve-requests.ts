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
import { fail, ok, type ErrorCode, type Result } from '../../shared/errors';
import type { Log } from '../log/log';

/** As the contract's `failureSchema` has it. */
const LONGEST_DETAIL = 300;

/** One function for each request of the contract: a missing one does not compile. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    input: ParsedInput<Name>,
  ) => Result<RequestOutput<Name>> | Promise<Result<RequestOutput<Name>>>;
};

/**
 * Answers one request of a window. Input is parsed because a window may be garbled or hostile; what goes out is parsed
 * too, so that nothing outside the contract (a secret, say) can leave by accident. Never throws.
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
  const known = name as RequestName;
  const parsed = parseInput(known, input);
  if (!parsed.ok) {
    log('ipc.badInput', { name, problem: parsed.error });
    return fail({ code: 'badRequest' });
  }
  try {
    return await answer(handlers, known, parsed.value);
  } catch (error) {
    log('ipc.failed', { name, error });
    return fail({ code: codeOf(error) });
  }
}

function parseInput(name: RequestName, input: unknown): Result<unknown, string> {
  try {
    const parsed = requests[name].input.safeParse(input);
    // The first words say what is wrong; the rest may repeat the input.
    return parsed.success ? ok(parsed.data) : fail((parsed.error.issues[0]?.message ?? '').slice(0, 80));
  } catch {
    return fail('unreadable');
  }
}

async function answer(handlers: RequestHandlers, name: RequestName, input: unknown): Promise<Reply<unknown>> {
  // The schema of this very name has just made it; TypeScript can't follow a name through two tables.
  const handle = handlers[name] as (input: unknown) => ReturnType<RequestHandlers[RequestName]>;
  const result = await handle(input);
  if (result.ok) return { ok: true, value: requests[name].output.parse(result.value) };
  const { code, detail } = result.error;
  return fail(detail === undefined ? { code } : { code, detail: detail.slice(0, LONGEST_DETAIL) });
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
