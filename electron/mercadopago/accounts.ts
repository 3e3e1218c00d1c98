import { z } from 'zod';
import { siteSchema } from '../../shared/country';
import { fail, ok } from '../../shared/errors';
import type { AccountApi } from './account-api';
import { failureOf, unreadable } from './error-mapping';
import type { MercadoPagoHttp } from './mercado-pago-http';
import { wireIdSchema, wireTextSchema } from './wire-schemas';

const TEST_USER = 'test_user';
const accountSchema = z.looseObject({
  id: wireIdSchema,
  nickname: wireTextSchema,
  site_id: z.string(),
  tags: z.array(z.unknown()).nullish().catch(null),
});

/** `GET /users/me`. */
export function accounts(http: MercadoPagoHttp): Pick<AccountApi, 'whoAmI'> {
  return {
    whoAmI: async () => {
      const answer = await http.read('whoAmI', '/users/me');
      if (answer.kind !== 'answered' || answer.status !== 200 || answer.form !== 'json') {
        return fail(failureOf('whoAmI', answer));
      }
      const account = accountSchema.safeParse(answer.body);
      if (!account.success) return fail(unreadable('whoAmI', 'the account cannot be read'));
      const site = siteSchema.safeParse(account.data.site_id);
      if (!site.success) {
        return fail({
          ...unreadable('whoAmI', 'attended QR does not exist in the country of the account'),
          code: 'siteMismatch',
        });
      }
      const { id, nickname, tags } = account.data;
      const kind = tags?.includes(TEST_USER) === true ? 'test' : 'production';
      return ok({ userId: id, nickname, site: site.data, kind });
    },
  };
}
