import { z } from 'zod';
import type { RelayEvent } from '../shared/relay-protocol';
import { parseJson } from './json-text';

/** What a notification says, in whichever of Mercado Pago's dialects it came. Nothing in it is proof. */
export interface Notification {
  readonly topic: RelayEvent['topic'];
  /** The topic in Mercado Pago's own word, empty when there is none. */
  readonly rawTopic: string;
  /** `null` when the notification names nothing that a till could look at. */
  readonly resourceId: string | null;
  readonly action: string | null;
  readonly status: string | null;
  /** IPN, the old dialect: it may carry an `x-signature` that no secret validates. */
  readonly dialect: 'ipn' | 'webhook';
  /** Every spelling of the id that the signature may have been made over. */
  readonly signedIds: readonly string[];
}

export type ParsedNotification =
  | { readonly kind: 'notification'; readonly notification: Notification }
  /** Neither the body nor the query can be read: sending it again would not help. */
  | { readonly kind: 'unreadable' };

/** Ids come as text or as numbers; anything else is as good as absent. */
const idSchema = z
  .union([z.string(), z.int().transform(String)])
  .nullish()
  .catch(null);
const wordSchema = z.string().max(64).nullish().catch(null);

const bodySchema = z.object({
  id: idSchema,
  type: wordSchema,
  topic: wordSchema,
  action: wordSchema,
  status: wordSchema,
  resource: idSchema,
  data: z.object({ id: idSchema, status: wordSchema }).nullish().catch(null),
});
type Body = z.infer<typeof bodySchema>;

const topics: Readonly<Record<string, RelayEvent['topic']>> = {
  merchant_order: 'merchant_order',
  merchant_orders: 'merchant_order',
  topic_merchant_order_wh: 'merchant_order',
  payment: 'payment',
  payments: 'payment',
  order: 'order',
  orders: 'order',
};

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads the forms seen in the wild: IPN by query (`?topic=&id=`), IPN by body (`resource`), `topic_merchant_order_wh`
 * (whose root `id` is the merchant order's), payment webhooks (`data.id`) and the Orders API's `order.*`.
 * @param query the decoded query of the request; repeated keys come as arrays.
 * @param body the body as received, which the panel's own test leaves empty.
 */
export function parseNotification(query: Readonly<Record<string, unknown>>, body: string): ParsedNotification {
  const asked = {
    id: first(query.id),
    dataId: first(query['data.id']),
    topic: first(query.topic),
    type: first(query.type),
  };
  const parsed = parseBody(body);
  const named = asked.topic ?? asked.type;
  if (!parsed && !(named && (asked.id ?? asked.dataId))) return { kind: 'unreadable' };

  const said: Body = parsed ?? {};
  const rawTopic = (named ?? said.type ?? said.topic ?? said.action?.split('.')[0] ?? '').slice(0, 64);
  const topic = Object.hasOwn(topics, rawTopic) ? (topics[rawTopic] ?? 'other') : 'other';
  const isWebhook = [said.type, said.action, asked.type, asked.dataId].some(isGiven);
  // Only here is the root id the resource; in the other webhooks it is the notice's own.
  const rootId = rawTopic === 'topic_merchant_order_wh' || said.type === 'topic_merchant_order_wh' ? said.id : null;
  const candidates = [said.data?.id, rootId, lastSegment(said.resource), asked.dataId, asked.id].filter(isGiven);

  return {
    kind: 'notification',
    notification: {
      topic,
      rawTopic,
      resourceId: candidates.find((id) => idPattern.test(id)) ?? null,
      action: said.action ?? null,
      status: (said.status ?? said.data?.status)?.slice(0, 32) ?? null,
      dialect: isWebhook ? 'webhook' : 'ipn',
      signedIds: [...new Set([asked.dataId, asked.id, ...candidates].filter(isGiven))],
    },
  };
}

function parseBody(text: string): Body | null {
  try {
    return bodySchema.parse(parseJson(text));
  } catch {
    return null;
  }
}

function first(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one.slice(0, 256) : null;
}

/** `resource` is a bare id or an address that ends in it. */
function lastSegment(resource: string | null | undefined): string | null {
  return resource?.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1) ?? null;
}

function isGiven(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}
