import type { FastifyInstance } from 'fastify';
import { statfs } from 'node:fs/promises';
import type { Store } from '../store';

/** Below this share of free disk the relay says that it is not ready. */
const leastFreeShare = 0.05;

/** `/healthz`: the process answers. `/readyz`: a notification could be stored now. */
export function healthRoutes(app: FastifyInstance, { store, dataDir }: { store: Store; dataDir: string }): void {
  app.get('/healthz', (_request, reply) => reply.send({ ok: true }));

  app.get('/readyz', async (_request, reply) => {
    const disk = await statfs(dataDir);
    const freeShare = disk.blocks === 0 ? 1 : disk.bavail / disk.blocks;
    const checks = { store: store.writable(), disk: freeShare > leastFreeShare };
    const ok = checks.store && checks.disk;
    return reply.code(ok ? 200 : 503).send({ ok, checks });
  });
}
