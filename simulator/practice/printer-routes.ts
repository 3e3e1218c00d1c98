import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { PracticePrinter } from './practice-printer';

const switchesBody = z.strictObject({
  paperOut: z.boolean().optional(),
  coverOpen: z.boolean().optional(),
  unplugged: z.boolean().optional(),
});

const pictureFile = z.object({ file: z.string().regex(/^\d+\.png$/) });

/** The printer beside the simulator, under `/_simulator`: what came out of it, and its paper, cover and cable. */
export function registerPrinterRoutes(app: FastifyInstance, printer: PracticePrinter): void {
  app.get('/papers', () => printer.papers());
  app.get('/papers/:file', async (request, reply) => {
    const path = pictureFile.safeParse(request.params);
    const picture = path.success ? await printer.picture(Number.parseInt(path.data.file)) : undefined;
    if (picture === undefined) return reply.code(404).send({ error: 'There is no such paper' });
    return reply.type('image/png').send(picture);
  });

  app.get('/printer', () => printer.switches());
  app.post('/printer', async ({ body }) => {
    await printer.set(switchesBody.parse(body));
    return printer.switches();
  });
}
