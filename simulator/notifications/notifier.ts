import { randomUUID } from 'node:crypto';

import type { Clock } from '../world/clock';
import type { MerchantOrder, MerchantOrderStatus } from '../world/model';
import type { Announcement } from './announcement';
import type { Delivery, DeliveryOutcome } from './delivery';
import type { Message, NotificationForm, Subject } from './forms';
import type { NotificationFaults } from './notification-faults';
import type { NotificationForms, NotificationOptions } from './notification-options';

import { buildMessage } from './forms';
import { isLoopback } from './loopback';
import { createNotificationFaults } from './notification-faults';
import { post } from './post';

export interface Notifier {
  announce: (announcement: Announcement) => void;
  /** Sends a merchant order notification that says `status`, whether true or not. */
  sendStatus: (merchantOrder: MerchantOrder, status: MerchantOrderStatus) => void;
  /** Sends any notification to any URL. */
  sendTo: (notificationUrl: string, userId: number, subject: Subject, form: NotificationForm) => void;
  /** Sends a delivery's message again, as it was. @returns false when there is none with that id. */
  resend: (deliveryId: number) => boolean;
  readonly faults: NotificationFaults;
  configure: (changes: Partial<NotificationOptions>) => void;
  /** Everything sent, lost or refused, oldest first. */
  deliveries: () => readonly Delivery[];
  /** Resolves once no request is on its way. Does not wait for retries or delayed notifications. */
  settled: () => Promise<void>;
  /** Sends at once every retry, delayed and held notification, and resolves when they have been answered. */
  flush: () => Promise<void>;
  close: () => Promise<void>;
}

interface Waiting {
  readonly timer: NodeJS.Timeout | null;
  readonly send: () => void;
}

/** Memory is bounded: older deliveries are forgotten. */
const deliveriesKept = 5000;

export function createNotifier(clock: Clock, initial: NotificationOptions): Notifier {
  let options = initial;
  let deliveries: Delivery[] = [];
  let nextId = 1;
  let closed = false;
  const faults = createNotificationFaults();
  const inFlight = new Set<Promise<void>>();
  const waiting = new Set<Waiting>();
  const abort = new AbortController();

  function sendTo(notificationUrl: string, userId: number, subject: Subject, form: NotificationForm): void {
    if (closed) return;
    const at = clock.now();
    const message = buildMessage(form, subject, {
      notificationUrl,
      userId,
      at,
      requestId: randomUUID(),
      signingSecret: options.signingSecret,
    });
    const fault = faults.take(message, subject.topic === 'merchant_order' ? subject.status : subject.payment.status);
    const copies = fault?.kind === 'double' ? fault.copies + 1 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const delivery = keep(merchantOrderIdOf(subject), message);
      if (fault?.kind === 'lose') delivery.attempts.push({ at, outcome: { kind: 'lost' } });
      else if (fault?.kind === 'delay') wait(fault.ms, () => attempt(delivery));
      else if (fault?.kind === 'afterNext') wait(null, () => attempt(delivery));
      else attempt(delivery);
    }
  }

  function keep(merchantOrderId: number, message: Message): Delivery {
    const delivery: Delivery = { ...message, id: nextId, merchantOrderId, attempts: [] };
    nextId += 1;
    deliveries.push(delivery);
    if (deliveries.length > deliveriesKept) deliveries = deliveries.slice(-deliveriesKept);
    return delivery;
  }

  function attempt(delivery: Delivery): void {
    const sending = send(delivery);
    inFlight.add(sending);
    void sending.finally(() => inFlight.delete(sending));
  }

  async function send(delivery: Delivery): Promise<void> {
    const at = clock.now();
    const tries = delivery.attempts.length;
    const outcome = isLoopback(delivery.url)
      ? await post(delivery, tries, answerMs(tries), abort.signal)
      : ({ kind: 'refused', reason: 'not loopback' } satisfies DeliveryOutcome);
    delivery.attempts.push({ at, outcome });
    if (closed) return;
    if (!isFinal(outcome)) scheduleRetry(delivery, tries);
    releaseHeld();
  }

  function answerMs(tries: number): number {
    return tries === 0 ? options.schedule.firstAnswerMs : options.schedule.retryAnswerMs;
  }

  function scheduleRetry(delivery: Delivery, tries: number): void {
    const after = options.schedule.retryAfterMs[tries];
    if (after !== undefined) wait(after, () => attempt(delivery));
  }

  /** @param afterMs - null: until another notification was answered, or a flush. */
  function wait(afterMs: number | null, send: () => void): void {
    const entry: Waiting = {
      timer: afterMs === null ? null : setTimeout(() => release(entry), afterMs).unref(),
      send,
    };
    waiting.add(entry);
  }

  function release(entry: Waiting): void {
    if (!waiting.delete(entry)) return;
    if (entry.timer !== null) clearTimeout(entry.timer);
    entry.send();
  }

  function releaseHeld(): void {
    for (const entry of [...waiting]) if (entry.timer === null) release(entry);
  }

  function sendStatus(merchantOrder: MerchantOrder, status: MerchantOrderStatus, action: 'create' | 'update'): void {
    const { notificationUrl, userId } = merchantOrder.order;
    if (notificationUrl === null) return;
    for (const form of formsFor(notificationUrl, options.forms)) {
      sendTo(
        notificationUrl,
        userId,
        { topic: 'merchant_order', merchantOrderId: merchantOrder.id, status, action },
        form,
      );
    }
  }

  function announce(announcement: Announcement): void {
    if (announcement.topic === 'payment') {
      const { payment, action } = announcement;
      const { notificationUrl, userId } = payment.order;
      if (!options.paymentTopic || notificationUrl === null) return;
      for (const form of formsFor(notificationUrl, options.forms)) {
        sendTo(notificationUrl, userId, { topic: 'payment', payment, action }, form);
      }
      return;
    }
    const { merchantOrder, reason } = announcement;
    if (reason === 'updated') sendStatus(merchantOrder, merchantOrder.status, 'update');
    else if (reason === 'created' && options.opened !== 'none') sendStatus(merchantOrder, 'opened', 'create');
    else if (reason === 'noise' && options.opened === 'everywhere') sendStatus(merchantOrder, 'opened', 'update');
  }

  async function settled(): Promise<void> {
    while (inFlight.size > 0) await Promise.all(inFlight);
  }

  return {
    announce,
    sendStatus: (merchantOrder, status) => sendStatus(merchantOrder, status, 'update'),
    sendTo,
    resend: (deliveryId) => {
      const before = deliveries.find(({ id }) => id === deliveryId);
      if (before === undefined || closed) return false;
      attempt(keep(before.merchantOrderId, before));
      return true;
    },
    faults,
    configure: (changes) => {
      options = { ...options, ...changes };
    },
    deliveries: () => deliveries,
    settled,
    flush: async () => {
      await settled();
      for (const entry of [...waiting]) release(entry);
      await settled();
    },
    close: async () => {
      closed = true;
      for (const entry of waiting) if (entry.timer !== null) clearTimeout(entry.timer);
      waiting.clear();
      abort.abort();
      await settled();
    },
  };
}

/** Only 200 and 201 acknowledge a notification (in-person notifications guide). */
function isFinal(outcome: DeliveryOutcome): boolean {
  if (outcome.kind === 'answered') return outcome.status === 200 || outcome.status === 201;
  return outcome.kind === 'refused' || outcome.kind === 'lost';
}

/** `?source_news=ipn|webhooks` in the order's URL chooses the dialect (IPN and webhooks guides). */
function formsFor(notificationUrl: string, configured: NotificationForms): readonly NotificationForm[] {
  const wish = new URL(notificationUrl).searchParams.get('source_news');
  if (wish === 'ipn') return ['ipn'];
  if (wish === 'webhooks') return ['webhook'];
  return configured === 'both' ? ['webhook', 'ipn'] : [configured];
}

function merchantOrderIdOf(subject: Subject): number {
  return subject.topic === 'payment' ? subject.payment.merchantOrderId : subject.merchantOrderId;
}
