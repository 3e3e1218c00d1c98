import type { ErrorCode } from '../../shared/errors';
import type { GatewayFailure } from '../checkout/payment-gateway';
import type { Answer, Answered, Unanswered } from './answer';
import { documentedErrors, documentedMessages, inconclusiveErrors, refundErrors } from './documented-errors';
import { readProblem, type Problem } from './problem';
import { operations, type Operation } from './operation';

/**
 * What an answer that is not the one hoped for means. `detail` says in English what came back; the words of the other
 * side are cut, cleaned of addresses, and never hold the token (see `readBody`).
 */
export function failureOf(operation: Operation, answer: Answer): GatewayFailure {
  return answer.kind === 'unanswered' ? unansweredFailure(operation, answer) : refusal(operation, answer);
}

/** A failure that is found before anything is sent. */
export function notSent(operation: Operation, code: ErrorCode, why: string): GatewayFailure {
  return { code, outcomeKnown: true, retryAfterMs: null, detail: `${operation}: not sent: ${why}` };
}

/** An answer of the right status whose contents make no sense. */
export function unreadable(operation: Operation, what: string): GatewayFailure {
  return { code: 'unexpectedAnswer', outcomeKnown: true, retryAfterMs: null, detail: `${operation}: ${what}` };
}

function unansweredFailure(operation: Operation, answer: Unanswered): GatewayFailure {
  const codes = { offline: 'offline', timeout: 'timeout', garbled: 'unexpectedAnswer' } as const;
  return {
    code: codes[answer.why],
    outcomeKnown: operations[operation] === 'read' || !answer.mayHaveArrived,
    retryAfterMs: null,
    detail: `${operation}: no answer: ${answer.trace}`,
  };
}

function refusal(operation: Operation, answer: Answered): GatewayFailure {
  const problem = readProblem(answer.body);
  return {
    code: codeOf(operation, answer, problem),
    outcomeKnown: operations[operation] === 'read' || wasRefused(answer, problem),
    retryAfterMs: answer.retryAfterMs,
    detail: `${operation}: ${describe(answer, problem)}`,
  };
}

/**
 * A 4xx says that nothing was done. A 5xx, a redirect, a time-out on their side, or a success that cannot be read do
 * not: "Failed to create order" and "Failed to delete order" are 500s that were seen with the order made or gone.
 */
function wasRefused(answer: Answered, problem: Problem): boolean {
  if (problem.keys.some((key) => inconclusiveErrors.has(key))) return false;
  return answer.status >= 400 && answer.status < 500 && answer.status !== 408;
}

function codeOf(operation: Operation, answer: Answered, problem: Problem): ErrorCode {
  const { status } = answer;
  if (status === 429) return 'rateLimited';
  if (status === 408) return 'timeout';
  if (status >= 500) return 'mercadoPagoDown';
  // A page, or a cut text, was written by something between us and Mercado Pago: it knows nothing of the account.
  if (status < 400 || answer.form === 'other') return 'unexpectedAnswer';
  if (problem.keys.some((key) => inconclusiveErrors.has(key))) return 'unexpectedAnswer';
  return documentedCode(operation, problem) ?? codeOfStatus(operation, status);
}

function documentedCode(operation: Operation, problem: Problem): ErrorCode | undefined {
  if (operation === 'requestRefund') {
    const refused = problem.keys.map((key) => refundErrors.get(key)).find((code) => code !== undefined);
    if (refused) return refused;
  }
  // The words come first: they are more exact than the general keys that they arrive under.
  const spoken = documentedMessages.find(([pattern]) => pattern.test(problem.text));
  if (spoken) return spoken[1];
  return problem.keys.map((key) => documentedErrors.get(key)).find((code) => code !== undefined);
}

function codeOfStatus(operation: Operation, status: number): ErrorCode {
  switch (status) {
    case 401:
      return 'tokenInvalid';
    case 403:
      return 'accountForbidden';
    case 404:
      return missing[operation];
    case 409:
      return conflict[operation];
    case 423:
      return 'orderLocked';
    case 400:
    case 422:
      if (operation === 'requestRefund') return 'refundNotPossible';
      return operation === 'putOrder' ? 'orderInvalid' : 'unexpectedAnswer';
    default:
      return 'unexpectedAnswer';
  }
}

const missing: Readonly<Record<Operation, ErrorCode>> = {
  putOrder: 'registerNotFound',
  deleteOrder: 'registerNotFound',
  findPendingOrder: 'registerNotFound',
  fetchMerchantOrder: 'unexpectedAnswer',
  searchMerchantOrders: 'unexpectedAnswer',
  fetchPayment: 'paymentNotFound',
  searchPayments: 'unexpectedAnswer',
  requestRefund: 'paymentNotFound',
  listRefunds: 'paymentNotFound',
  whoAmI: 'unexpectedAnswer',
  listStores: 'accountForbidden',
  createStore: 'accountForbidden',
  listRegisters: 'storeNotFound',
  createRegister: 'storeNotFound',
  fetchQrImage: 'registerNotFound',
};

const conflict: Readonly<Record<Operation, ErrorCode>> = {
  putOrder: 'registerOccupied',
  deleteOrder: 'orderLocked',
  findPendingOrder: 'unexpectedAnswer',
  fetchMerchantOrder: 'unexpectedAnswer',
  searchMerchantOrders: 'unexpectedAnswer',
  fetchPayment: 'unexpectedAnswer',
  searchPayments: 'unexpectedAnswer',
  requestRefund: 'refundNotPossible',
  listRefunds: 'unexpectedAnswer',
  whoAmI: 'unexpectedAnswer',
  listStores: 'unexpectedAnswer',
  createStore: 'externalIdTaken',
  listRegisters: 'unexpectedAnswer',
  createRegister: 'externalIdTaken',
  fetchQrImage: 'unexpectedAnswer',
};

const LONGEST_DETAIL = 240;

function describe(answer: Answered, problem: Problem): string {
  const status = `HTTP ${String(answer.status)}`;
  if (answer.form === 'empty') return `${status} without a body`;
  if (answer.form === 'other') return `${status} with something that is not JSON`;
  return problem.text === '' ? status : `${status}: ${clean(problem.text)}`;
}

function clean(text: string): string {
  // Their words may repeat the notification address, which is a secret between Mercado Pago and the relay.
  const spoken = text.replace(/\b\w+:\/\/\S+/g, '[url]').replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ');
  return spoken.length <= LONGEST_DETAIL ? spoken : `${spoken.slice(0, LONGEST_DETAIL)}…`;
}
