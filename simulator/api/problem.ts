import type { FastifyReply } from 'fastify';
import type { z } from 'zod';

/** One thing wrong with a request, with Mercado Pago's name for it. */
interface Cause {
  readonly code: string | number;
  readonly description: string;
}

/** Mercado Pago's error body (OpenAPI, schema `Error`). */
export interface Problem {
  readonly status: number;
  readonly error: string;
  readonly message: string;
  readonly cause: readonly Cause[];
}

export function problem(status: number, error: string, message: string, code: string | number = error): Problem {
  return { status, error, message, cause: [{ code, description: message }] };
}

export function refuse(reply: FastifyReply, refusal: Problem): FastifyReply {
  return reply.code(refusal.status).send(refusal);
}

/**
 * Turns what a schema refused into a 400. Our schemas write their messages as `code: description`; the first one names
 * the error.
 */
export function schemaProblem(error: z.ZodError): Problem {
  const causes = error.issues.map((issue): Cause => {
    const [code, description] = splitMessage(issue.message);
    return { code, description };
  });
  const first = causes[0];
  return {
    status: 400,
    error: String(first?.code ?? 'bad_request'),
    message: first?.description ?? 'bad request',
    cause: causes,
  };
}

function splitMessage(message: string): readonly [string, string] {
  const match = /^([A-Za-z0-9_.]+): (.+)$/s.exec(message);
  return match?.[1] !== undefined && match[2] !== undefined ? [match[1], match[2]] : ['bad_request', message];
}

/** Names the properties that the reference does not have, so that a misspelt field is never silently ignored. */
export function refuseUnknown(code: string, notAnObject: string) {
  return (issue: { readonly code?: string; readonly keys?: readonly string[] }): string =>
    issue.code === 'unrecognized_keys'
      ? `${code}: ${(issue.keys ?? []).join(', ')} is not a valid property`
      : notAnObject;
}
