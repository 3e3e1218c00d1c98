import { isAxiosError } from 'axios';
import { z } from 'zod';
import type { Unanswered } from './answer';

const systemErrorSchema = z.looseObject({ code: z.string().optional(), syscall: z.string().optional() });

const timeoutCodes = new Set(['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT']);
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_/;
const neverSentCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ERR_INVALID_URL']);
const garbledCode = /^(HPE_|ERR_BAD_RESPONSE|ERR_BAD_REQUEST|Z_|ERR_STREAM_PREMATURE_CLOSE)/;

/**
 * Reduces what the HTTP client threw to a plain value. An axios error carries the whole request, the Authorization
 * header with it, so neither it nor its message may go any further than this function.
 */
export function classifyNetworkError(error: unknown, timedOut: boolean): Unanswered {
  if (timedOut) return { kind: 'unanswered', why: 'timeout', mayHaveArrived: true, trace: 'no answer in time' };
  const { code, whileConnecting } = systemErrorOf(error);
  const trace = traceOf(code);
  if (timeoutCodes.has(code)) {
    return { kind: 'unanswered', why: 'timeout', mayHaveArrived: !whileConnecting, trace };
  }
  // A certificate that does not fit (a captive portal, a wrong clock) is found before the request is sent.
  if (certificateCode.test(code)) return { kind: 'unanswered', why: 'offline', mayHaveArrived: false, trace };
  if (garbledCode.test(code)) return { kind: 'unanswered', why: 'garbled', mayHaveArrived: true, trace };
  const neverSent = whileConnecting || neverSentCodes.has(code);
  return { kind: 'unanswered', why: 'offline', mayHaveArrived: !neverSent, trace };
}

function systemErrorOf(error: unknown): { readonly code: string; readonly whileConnecting: boolean } {
  const root = isAxiosError(error) && error.cause ? error.cause : error;
  // Node tries a host's IPv6 and IPv4 addresses together and then throws the errors of all of them.
  const causes: readonly unknown[] = root instanceof AggregateError && root.errors.length > 0 ? root.errors : [root];
  const details = causes.map((cause) => systemErrorSchema.safeParse(cause).data ?? {});
  const outer = isAxiosError(error) ? error.code : undefined;
  return {
    code: details[0]?.code ?? outer ?? 'UNKNOWN',
    whileConnecting: details.every(({ syscall }) => syscall === 'connect' || syscall === 'getaddrinfo'),
  };
}

function traceOf(code: string): string {
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN';
}
