import type { FastifyInstance } from 'fastify';
import QRCode from 'qrcode';
import { z } from 'zod';

import type { World } from '../world/world';

import { problem, refuse } from './problem';
import { staticQrText } from './static-qr';

const pathSchema = z.object({ pos_id: z.coerce.number(), file: z.string() });

/** The images that `qr` in a POS points to. As in Mercado Pago, they need no token. */
export function registerQrImageRoutes(app: FastifyInstance, world: World): void {
  app.get('/instore/merchant/qr/:pos_id/:file', async (request, reply) => {
    const { pos_id, file } = pathSchema.parse(request.params);
    const pos = world.pos.get(pos_id);
    const account = [...world.accounts.values()].find(({ userId }) => userId === pos?.userId);
    const known = pos !== undefined && [`${pos.uuid}.png`, `template_${pos.uuid}.png`].includes(file);
    if (!known || account === undefined) return refuse(reply, problem(404, 'not_found', 'The image does not exist.'));
    const store = pos.storeId === null ? undefined : world.stores.get(pos.storeId);
    const image = await QRCode.toBuffer(staticQrText(pos, account, store), { width: 480, errorCorrectionLevel: 'M' });
    return reply.type('image/png').send(image);
  });
}
