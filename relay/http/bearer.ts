import type { FastifyRequest } from 'fastify';

/** The token of `Authorization: Bearer …`, `null` when there is none. */
export function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
