import { isIP } from 'node:net';
import { z } from 'zod';

/** What the environment says, parsed. */
export interface RelayConfig {
  readonly host: string;
  readonly port: number;
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly dataDir: string;
  /** `null`: the address it listens on, which only this machine can reach. */
  readonly publicUrl: string | null;
  /** `null`: no administration over HTTP. */
  readonly adminToken: string | null;
  /** `null`: made on the first start and kept in the data folder. */
  readonly hookSecret: string | null;
  /** The one configured before: its addresses stay good for a day. */
  readonly previousHookSecret: string | null;
  readonly signatureSecrets: readonly string[];
  readonly retentionHours: number;
  /** What the store may grow to; `null`: as far as the disk goes. */
  readonly mostMegabytes: number | null;
  /** The proxies whose word about the caller's address is believed: addresses, ranges, or proxy-addr's names. */
  readonly trustProxy: readonly string[];
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly exitWithParent: boolean;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: RelayConfig }
  /** One sentence per wrong value, each naming its variable and never showing a secret. */
  | { readonly ok: false; readonly problems: readonly string[] };

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `must be a whole number from ${String(least)} to ${String(most)}` })
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `must be a whole number from ${String(least)} to ${String(most)}`,
    });

const secret = z
  .string()
  .min(20, { error: 'must have 20 characters or more; `openssl rand -hex 32` makes a good one' })
  .regex(/^[\x21-\x7e]+$/, { error: 'must not contain spaces or accents' });

const publicUrl = z
  .url({ error: 'must be a whole address, such as https://relay.example.com' })
  .transform((text) => new URL(text))
  .refine(
    (url) =>
      url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname.replace(/^\[|\]$/g, ''))),
    {
      error: 'must begin with https://, because Mercado Pago notifies no other address',
    },
  )
  .refine((url) => url.search === '' && url.hash === '' && url.username === '', {
    error: 'must have no user, `?` or `#`',
  })
  .transform((url) => url.href.replace(/\/+$/, ''))
  .refine((text) => text.length <= 300, { error: 'must not be longer than 300 characters' });

function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const version = isIP(address);
  return (
    version !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

const environment = z.object({
  RELAY_HOST: z.string().min(1).default('127.0.0.1'),
  RELAY_PORT: integer(0, 65535).default(8787),
  RELAY_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  RELAY_METRICS_PORT: integer(0, 65535).optional(),
  RELAY_DATA_DIR: z.string().min(1).default('relay-data'),
  RELAY_PUBLIC_URL: publicUrl.optional(),
  RELAY_ADMIN_TOKEN: secret.optional(),
  RELAY_HOOK_SECRET: secret.optional(),
  RELAY_HOOK_SECRET_PREVIOUS: secret.optional(),
  RELAY_SIGNATURE_SECRETS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every((one) => one.length >= 8), {
      error: 'must be one or more secret signatures of Mercado Pago, separated by commas',
    })
    .default([]),
  RELAY_RETENTION_HOURS: integer(1, 168).default(72),
  RELAY_MOST_MEGABYTES: integer(1, 1_000_000).optional(),
  RELAY_TRUST_PROXY: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every(isProxy), {
      error: 'must be addresses or ranges of the proxies in front, such as loopback or 10.0.0.0/8, separated by commas',
    })
    .default([]),
  RELAY_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
    .default('info'),
  RELAY_EXIT_WITH_PARENT: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
});

/** Reads the configuration. A variable set to nothing counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
    return { ok: false, problems: [...new Set(problems)] };
  }
  const value = parsed.data;
  if (value.RELAY_PUBLIC_URL === undefined && !loopback.has(value.RELAY_HOST)) {
    const problem =
      `RELAY_PUBLIC_URL must be set when RELAY_HOST is ${value.RELAY_HOST}: ` +
      'it is the address that Mercado Pago and the tills will call.';
    return { ok: false, problems: [problem] };
  }
  return { ok: true, config: configOf(value) };
}

function configOf(value: z.infer<typeof environment>): RelayConfig {
  return {
    host: value.RELAY_HOST,
    port: value.RELAY_PORT,
    metrics:
      value.RELAY_METRICS_PORT === undefined
        ? null
        : { host: value.RELAY_METRICS_HOST, port: value.RELAY_METRICS_PORT },
    dataDir: value.RELAY_DATA_DIR,
    publicUrl: value.RELAY_PUBLIC_URL ?? null,
    adminToken: value.RELAY_ADMIN_TOKEN ?? null,
    hookSecret: value.RELAY_HOOK_SECRET ?? null,
    previousHookSecret: value.RELAY_HOOK_SECRET_PREVIOUS ?? null,
    signatureSecrets: value.RELAY_SIGNATURE_SECRETS,
    retentionHours: value.RELAY_RETENTION_HOURS,
    mostMegabytes: value.RELAY_MOST_MEGABYTES ?? null,
    trustProxy: value.RELAY_TRUST_PROXY,
    logLevel: value.RELAY_LOG_LEVEL,
    exitWithParent: value.RELAY_EXIT_WITH_PARENT === '1',
  };
}

/** The configuration of an empty environment. */
export const defaultConfig: RelayConfig = configOf(environment.parse({}));
