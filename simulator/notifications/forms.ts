import { createHmac } from 'node:crypto';

import type { MerchantOrderStatus, Payment } from '../world/model';

import { toMercadoPagoDate } from '../world/mercado-pago-date';

export type NotificationForm = 'webhook' | 'ipn';

/** What is to be told, whatever the dialect. */
export type Subject =
  | {
      readonly topic: 'merchant_order';
      readonly merchantOrderId: number;
      readonly status: MerchantOrderStatus;
      readonly action: 'create' | 'update';
    }
  | { readonly topic: 'payment'; readonly payment: Payment; readonly action: 'payment.created' | 'payment.updated' };

/** A request ready to be sent. */
export interface Message {
  readonly form: NotificationForm;
  readonly topic: Subject['topic'];
  /** null: this form does not carry the status. */
  readonly status: MerchantOrderStatus | null;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface MessageContext {
  readonly notificationUrl: string;
  readonly userId: number;
  readonly at: Date;
  readonly requestId: string;
  readonly signingSecret: string | null;
}

/**
 * Writes a notification in one of the two dialects captured by integrators: IPN with `topic` and `id` in the query, or
 * webhook, whose body has the merchant order's id at its root and no `data.id`.
 */
export function buildMessage(form: NotificationForm, subject: Subject, context: MessageContext): Message {
  return form === 'ipn' ? ipn(subject, context) : webhook(subject, context);
}

function ipn(subject: Subject, context: MessageContext): Message {
  const url = new URL(context.notificationUrl);
  const id = subjectId(subject);
  url.searchParams.set('id', id);
  url.searchParams.set('topic', subject.topic);
  return {
    form: 'ipn',
    topic: subject.topic,
    status: null,
    url: url.href,
    headers: { ...commonHeaders(context), 'user-agent': 'MercadoPago Feed v2.0' },
    body: {
      resource: subject.topic === 'payment' ? id : `https://api.mercadolibre.com/merchant_orders/${id}`,
      topic: subject.topic,
    },
  };
}

function webhook(subject: Subject, context: MessageContext): Message {
  const id = subjectId(subject);
  const type = subject.topic === 'payment' ? 'payment' : 'topic_merchant_order_wh';
  const url = new URL(context.notificationUrl);
  const signed = context.signingSecret !== null;
  if (signed || subject.topic === 'payment') {
    url.searchParams.set('data.id', id);
    url.searchParams.set('type', type);
  }
  return {
    form: 'webhook',
    topic: subject.topic,
    status: subject.topic === 'payment' ? null : subject.status,
    url: url.href,
    headers: {
      ...commonHeaders(context),
      'user-agent': 'restclient-node/4.15.3',
      ...(context.signingSecret === null ? {} : { 'x-signature': sign(id, context.signingSecret, context) }),
    },
    body: subject.topic === 'payment' ? paymentBody(subject, context) : merchantOrderBody(subject, context),
  };
}

function merchantOrderBody(subject: Extract<Subject, { topic: 'merchant_order' }>, context: MessageContext) {
  return {
    action: subject.action,
    application_id: '7910800073137785',
    data: { currency_id: '', marketplace: 'NONE', status: subject.status },
    date_created: toMercadoPagoDate(context.at),
    id: String(subject.merchantOrderId),
    live_mode: false,
    status: subject.status,
    type: 'topic_merchant_order_wh',
    user_id: context.userId,
    version: subject.action === 'create' ? 0 : 1,
  };
}

function paymentBody(subject: Extract<Subject, { topic: 'payment' }>, context: MessageContext) {
  return {
    id: subject.payment.id,
    live_mode: false,
    type: 'payment',
    date_created: toMercadoPagoDate(context.at),
    user_id: context.userId,
    api_version: 'v1',
    action: subject.action,
    data: { id: String(subject.payment.id) },
  };
}

function subjectId(subject: Subject): string {
  return String(subject.topic === 'payment' ? subject.payment.id : subject.merchantOrderId);
}

function commonHeaders({ requestId }: MessageContext): Record<string, string> {
  return { 'content-type': 'application/json', 'x-request-id': requestId, 'x-socket-timeout': '22000' };
}

/** Webhooks guide: `id:[data.id];request-id:[x-request-id];ts:[ts];`, HMAC-SHA256, hexadecimal. */
function sign(id: string, secret: string, { requestId, at }: MessageContext): string {
  const ts = String(at.getTime());
  const manifest = `id:${id};request-id:${requestId};ts:${ts};`;
  return `ts=${ts},v1=${createHmac('sha256', secret).update(manifest).digest('hex')}`;
}
