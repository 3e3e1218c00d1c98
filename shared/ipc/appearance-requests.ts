import { z } from 'zod';
import { appearanceSchema, soundsSchema } from '../appearance';
import { localeSchema } from '../country';

const nothing = z.undefined();

/** What anybody may need to read and hear the till. */
export const appearanceRequests = {
  /** null: the language of the account's country. */
  'setup.saveLanguage': { input: z.object({ language: localeSchema.nullable() }).strict(), output: nothing },
  'setup.saveAppearance': {
    input: appearanceSchema.extend({ sounds: soundsSchema.strict() }).strict(),
    output: nothing,
  },
} as const;
