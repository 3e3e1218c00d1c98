declare module 'fastify' {
  interface FastifyRequest {
    /** What the request's one log line says beside the usual. Never a secret. */
    facts: Record<string, string | number | boolean>;
  }
}

/** The path without its query, and without what makes a notification address secret. */
export function safePath(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(/^(\/hooks\/[^/]*\/[^/]*\/).+$/, '$1[secret]').slice(0, 200);
}
