import type { Problem } from './problem';

import { problem } from './problem';

/** A refusal of a refund with its status and words (Payments reference, refunds; the code names it). */
type RefundProblem = readonly [status: number, error: string, description: string];

const badRequest = (status: number, description: string): RefundProblem => [status, 'bad_request', description];
const notFound = (description: string): RefundProblem => [404, 'not_found', description];

const problems = {
  2000: notFound('Payment not found'),
  // Not in the refunds' own list; the list of the Payments API has them, and stores meet them.
  2022: badRequest(400, 'You have exceeded the max number of refunds for this payment'),
  2024: notFound('Payment too old to be refunded'),
  2031: badRequest(400, "Collector hasn't enough available money"),
  2032: notFound('Refund not found'),
  2063: badRequest(400, 'The action requested is not valid for the current payment state'),
  2085: badRequest(400, 'Invalid value for gateway_operation'),
  3024: notFound('Not valid action - partial refund unsupported for this transaction'),
  4040: [401, 'unauthorized', 'amount attribute must be positive'],
  4041: [401, 'unauthorized', 'amount attribute must be numeric'],
  4211: notFound("Charge detail can't be null or empty"),
  4248: notFound('Charge not found'),
  4291: notFound("Param charge id can't be null or empty"),
  4292: notFound("Header X-Idempotency-Key can't be null"),
  4293: notFound('Invalid payment status to refund charges'),
  4294: notFound('Charge type not valid to refund'),
  4295: notFound('Partial charge refund is not allowed'),
  4296: notFound('Charge already refunded'),
  4297: notFound('Invalid charge id'),
  15016: notFound('Payment too old to be refunded'),
} as const satisfies Record<number, RefundProblem>;

export type RefundErrorCode = keyof typeof problems;

/** Every documented reason not to give money back. */
export const refundErrorCodes = Object.keys(problems).map(Number) as readonly RefundErrorCode[];

export function refundProblem(code: RefundErrorCode): Problem {
  const [status, error, description] = problems[code];
  return problem(status, error, description, code);
}
