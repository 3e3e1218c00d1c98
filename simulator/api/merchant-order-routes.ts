import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { MerchantOrderFacts } from '../world/model';
import type { World } from '../world/world';

import { merchantOrderAsSeen } from '../world/versions';
import { accountOf } from './authenticate';
import { merchantOrderFacts, merchantOrderJson } from './merchant-order-json';
import { pageSchema } from './page';
import { problem, refuse } from './problem';

const date = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Search filters (merchant_orders reference). A filter it does not have is refused, not ignored. */
const searchSchema = z.strictObject({
  external_reference: z.string().optional(),
  status: z.string().optional(),
  site_id: z.string().optional(),
  sponsor_id: z.string().optional(),
  preference_id: z.string().optional(),
  application_id: z.string().optional(),
  payer_id: z.string().optional(),
  marketplace: z.string().optional(),
  items: z.string().optional(),
  date_created_from: date.optional(),
  date_created_to: date.optional(),
  last_updated_from: date.optional(),
  last_updated_to: date.optional(),
  ...pageSchema(30),
});

/** merchant_orders: one by id, search, and the short form of the in-person contingency guide. */
export function registerMerchantOrderRoutes(app: FastifyInstance, world: World): void {
  app.get('/merchant_orders/:id', (request, reply) => {
    const { id } = z.object({ id: z.string() }).parse(request.params);
    if (!/^\d+$/.test(id)) return refuse(reply, problem(400, 'invalid_format', 'id must be a number.'));
    const found = world.merchantOrders.get(Number(id));
    const merchantOrder = found && merchantOrderAsSeen(world, found, 0);
    if (merchantOrder?.order.userId !== accountOf(request).userId) {
      return refuse(reply, problem(404, 'not_found', 'Merchant order not found.'));
    }
    return reply.send(merchantOrderJson(merchantOrder));
  });

  for (const path of ['/merchant_orders', '/merchant_orders/search']) {
    app.get(path, (request, reply) => {
      const query = searchSchema.safeParse(request.query);
      if (!query.success) {
        return refuse(reply, problem(400, 'ds_search_query', query.error.issues[0]?.message ?? 'invalid query'));
      }
      const { limit, offset, ...filters } = query.data;
      const { userId } = accountOf(request);
      const { merchantOrderSearchLagMs } = world.behaviour;
      const found = [...world.merchantOrders.values()]
        .flatMap((merchantOrder) => merchantOrderAsSeen(world, merchantOrder, merchantOrderSearchLagMs) ?? [])
        .filter((merchantOrder) => merchantOrder.order.userId === userId && matches(merchantOrder, filters));
      const elements = found.slice(offset, offset + limit).map(merchantOrderJson);
      // Before the first scan the answer is null and not an empty list (in-person notifications, troubleshooting).
      return reply.send({
        elements: elements.length === 0 ? null : elements,
        next_offset: elements.length === 0 ? 0 : offset + elements.length,
        total: found.length,
      });
    });
  }
}

type Filters = Omit<z.infer<typeof searchSchema>, 'limit' | 'offset'>;

function matches(merchantOrder: MerchantOrderFacts, filters: Filters): boolean {
  const facts: Record<string, unknown> & ReturnType<typeof merchantOrderFacts> = merchantOrderFacts(merchantOrder);
  const { date_created_from, date_created_to, last_updated_from, last_updated_to, payer_id, items, ...equal } = filters;
  return (
    Object.entries(equal).every(([name, wanted]) => String(facts[name]) === wanted) &&
    (payer_id === undefined || String(facts.payer?.id) === payer_id) &&
    (items === undefined || merchantOrder.order.items.some((item) => item.skuNumber === items)) &&
    (date_created_from === undefined || merchantOrder.createdAt >= date_created_from) &&
    (date_created_to === undefined || merchantOrder.createdAt <= date_created_to) &&
    (last_updated_from === undefined || merchantOrder.updatedAt >= last_updated_from) &&
    (last_updated_to === undefined || merchantOrder.updatedAt <= last_updated_to)
  );
}
