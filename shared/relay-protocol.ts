import { z } from 'zod';

/**
 * What the relay and the till say to each other. The till subscribes with `GET /v1/events` (Server-Sent Events, or
 * `?wait=<seconds>` for one long poll), authorised by its caja's token; the cursor is the till's own and travels in the
 * `Last-Event-ID` header. A till without a cursor starts at the head: nothing that happened before it was paired is
 * replayed to it.
 * Nothing here says that a sale is paid: an event is a hint to look.
 */

/** Where a till is in the relay's log. The epoch changes when the relay's store was recreated or restored. */
export type Cursor = `${string}.${number}`;

const cursorPattern = /^[a-z0-9]{8,32}\.(?:0|[1-9][0-9]{0,14})$/;
export const cursorSchema = z.custom<Cursor>((value) => typeof value === 'string' && cursorPattern.test(value));

export function cursorOf(epoch: string, seq: number): Cursor {
  return cursorSchema.parse(`${epoch}.${String(seq)}`);
}

export function splitCursor(cursor: Cursor): { readonly epoch: string; readonly seq: number } {
  const dot = cursor.lastIndexOf('.');
  return { epoch: cursor.slice(0, dot), seq: Number(cursor.slice(dot + 1)) };
}

/** How a caja is called in addresses: what Mercado Pago accepts as `external_id` of a caja, and nothing else. */
export const cajaNameSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** First event of every stream. Times are ISO 8601 UTC. */
export const helloSchema = z.object({
  epoch: z.string(),
  /** Sequence of the newest event of this caja's log, 0 when there is none. */
  head: z.int().nonnegative(),
  /** Sequence of the oldest event still kept, 0 when none is. */
  oldest: z.int().nonnegative(),
  heartbeatMs: z.int().positive(),
  maxAgeMs: z.int().positive(),
  now: z.iso.datetime(),
  /** How many tills hold a stream of this caja now, this one included. More than one is a mistake worth a warning. */
  peers: z.int().positive(),
  /** Where Mercado Pago must notify for this caja's orders now. Absent from an older relay. */
  notificationUrl: z.url().max(500).optional(),
});
export type Hello = z.infer<typeof helloSchema>;

/** Event `mp`: Mercado Pago said something about a merchant order (or a payment) of this caja. */
export const relayEventSchema = z.object({
  seq: z.int().positive(),
  /** `order` is the Orders API's; `other` is anything that the relay does not know, passed on if it names a resource. */
  topic: z.enum(['merchant_order', 'payment', 'order', 'other']),
  /** Mercado Pago's id of the thing, as text: it may exceed 2^53. Safe to put in a path. */
  resourceId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** The status that the notification claimed, if any. A claim, never a proof. */
  status: z.string().max(32).nullable(),
  /** Whether a valid signature of Mercado Pago came with it. QR notifications usually carry none. */
  verified: z.boolean(),
  receivedAt: z.iso.datetime(),
  /** How often Mercado Pago delivered this same notification so far. */
  attempts: z.int().positive(),
});
export type RelayEvent = z.infer<typeof relayEventSchema>;

/** Event `gap`: events between the till's cursor and `oldest` are no longer known; look at every open order. */
export const gapSchema = z.object({
  /** The cursor that the till showed; empty when it showed none or one that cannot be read. */
  from: z.string(),
  oldest: z.int().nonnegative(),
  epoch: z.string(),
  /** The sequence to go on from: what is still kept comes after it. */
  after: z.int().nonnegative(),
});
export type Gap = z.infer<typeof gapSchema>;

/** Event `ping`: proof of life every `heartbeatMs`; `now` shows the difference between the two clocks. */
export const pingSchema = z.object({ now: z.iso.datetime() });

/** Event `peers`: another till of this caja came or went, see `hello`. */
export const peersSchema = z.object({ peers: z.int().positive() });
export type Peers = z.infer<typeof peersSchema>;

/** Event `address`: the caja's notification address changed. The one before stays good for a day, for orders in flight. */
export const addressSchema = z.object({ notificationUrl: z.url().max(500) });
export type Address = z.infer<typeof addressSchema>;

/** Event `lease`: another computer has the caja now, or nobody. A till whose fence is another asks what it has. */
export const leaseNewsSchema = z.object({ fence: z.int().nonnegative() });
export type LeaseNews = z.infer<typeof leaseNewsSchema>;

/** Event `bye`: the relay ends the stream on purpose. `revoked` is not to be retried quickly. */
export const byeSchema = z.object({
  reason: z.enum(['rotate', 'shutdown', 'revoked', 'slow']),
  retryMs: z.int().nonnegative(),
});
export type Bye = z.infer<typeof byeSchema>;

/** Answer of `GET /v1/events?wait=<seconds>`. */
export const longPollSchema = z.object({
  epoch: z.string(),
  head: z.int().nonnegative(),
  oldest: z.int().nonnegative(),
  now: z.iso.datetime(),
  /** As event `gap`; then `events` go on from `after`. */
  gap: gapSchema.nullable(),
  /** The sequence of the till after these events, also when there are none. */
  after: z.int().nonnegative(),
  events: z.array(relayEventSchema),
  /** As in `hello`. */
  notificationUrl: z.url().max(500).optional(),
  /** As event `lease`. Absent from an older relay. */
  fence: z.int().nonnegative().optional(),
});
export type LongPoll = z.infer<typeof longPollSchema>;

/** Answer of `GET /v1/me`: which caja the token belongs to, and where Mercado Pago must notify for its orders. */
export const relayIdentitySchema = z.object({
  caja: z.string().min(1).max(64),
  notificationUrl: z.url().max(500),
});
export type RelayIdentity = z.infer<typeof relayIdentitySchema>;

const leaseKeySchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/**
 * Body of `POST /v1/lease`: one computer per caja. A till asks again every third of the answer's `ttlMs`, else the relay
 * gives the caja to the next who asks.
 */
export const leaseRequestSchema = z.object({
  /** The installation, the same after a restart. */
  holder: leaseKeySchema,
  /** This start of the program, so that a copied data folder is not taken for the same till. */
  run: leaseKeySchema,
  /** How people call the computer. */
  name: z.string().trim().min(1).max(60),
  /**
   * `begin`: a start of the program takes over from its own last run, never from another computer. `keep`: as before, or
   * take it if nobody has it. `takeOver`: a manager wants it here, whoever has it. `release`: it is not needed any more.
   */
  claim: z.enum(['begin', 'keep', 'takeOver', 'release']),
});
export type LeaseRequest = z.infer<typeof leaseRequestSchema>;

/** Answer of `POST /v1/lease`. `fence` grows whenever another has the caja. Times are the relay's. */
export const leaseAnswerSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('held'),
    since: z.iso.datetime(),
    fence: z.int().positive(),
    ttlMs: z.int().positive(),
  }),
  z.object({
    state: z.literal('elsewhere'),
    holder: z.string().min(1).max(60),
    since: z.iso.datetime(),
    fence: z.int().positive(),
    ttlMs: z.int().positive(),
  }),
  z.object({ state: z.literal('released'), fence: z.int().nonnegative(), ttlMs: z.int().positive() }),
]);
export type LeaseAnswer = z.infer<typeof leaseAnswerSchema>;

/** Answer of the administrator's `POST /v1/cajas`. The token is shown this one time. */
export const mintedCajaSchema = relayIdentitySchema.extend({
  token: z.string(),
  /** What a manager pastes into the till, see `parsePairing`. */
  pairing: z.string(),
});
export type MintedCaja = z.infer<typeof mintedCajaSchema>;

/** What a manager pastes into the till: the relay's address and the caja's token, as one text. */
export interface Pairing {
  readonly url: string;
  readonly token: string;
}

/** `https://relay.example#crt_…`. The token sits behind `#`, which no HTTP client ever sends or logs. */
export function formatPairing(pairing: Pairing): string {
  return `${pairing.url}#${pairing.token}`;
}

const pairingPattern = /^(https?:\/\/[^\s#]+?)\/?#(crt_[A-Za-z0-9_-]{20,})$/;

/** `null` when the text is not a pairing code. */
export function parsePairing(text: string): Pairing | null {
  const match = pairingPattern.exec(text.trim());
  if (!match?.[1] || !match[2]) return null;
  return { url: match[1], token: match[2] };
}
