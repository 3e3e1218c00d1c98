declare module 'fastify' {
  interface FastifyRequest {
    /** What the request's one log line says beside the usual. Never a secret. */
    facts: Record<string, string | number | boolean>;
  }
}

/** No word of ours in an address is as long as this, and no secret of ours is shorter. */
const secretLength = 20;

/** The path without its query, and without what may be a secret: in a notification address, or pasted by mistake. */
export function safePath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path
    .split('/')
    .map((part) => (part.length >= secretLength ? '[secret]' : part))
    .join('/')
    .slice(0, 200);
}
