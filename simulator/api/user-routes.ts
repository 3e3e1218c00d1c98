import type { FastifyInstance } from 'fastify';

import { sites } from '../world/sites';
import { accountOf } from './authenticate';

/** `GET /users/me`: whose token this is. */
export function registerUserRoutes(app: FastifyInstance): void {
  app.get('/users/me', (request) => {
    const account = accountOf(request);
    return {
      id: account.userId,
      nickname: account.nickname,
      email: account.email,
      site_id: account.siteId,
      country_id: sites[account.siteId].country,
      first_name: account.businessName ?? account.nickname,
      status: { site_status: 'active' },
      tags: account.isReal === true ? ['normal'] : ['test_user'],
    };
  });
}
