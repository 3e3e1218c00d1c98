/** Which of the two dialects an order's `notification_url` is called in, unless its `source_news` says so. */
export type NotificationForms = 'webhook' | 'ipn' | 'both';

/** When to try again and how long each try waits for its answer. */
interface RetrySchedule {
  readonly firstAnswerMs: number;
  readonly retryAnswerMs: number;
  /** Waiting time before each retry; its length bounds the retries. */
  readonly retryAfterMs: readonly number[];
}

const seconds = 1000;
const minutes = 60 * seconds;

/** In-person notifications guide: 22 s, then 30 s, 5 min and 30 min, each waiting 5 s. */
const inPersonSchedule: RetrySchedule = {
  firstAnswerMs: 22 * seconds,
  retryAnswerMs: 5 * seconds,
  retryAfterMs: [30 * seconds, 5 * minutes, 30 * minutes],
};

/** Webhooks guide: 22 s, then every 15 minutes, and after the third try at a longer interval (here 60 min, bounded). */
export const webhookSchedule: RetrySchedule = {
  firstAnswerMs: 22 * seconds,
  retryAnswerMs: 22 * seconds,
  retryAfterMs: [15 * minutes, 15 * minutes, 15 * minutes, 60 * minutes, 60 * minutes],
};

export interface NotificationOptions {
  readonly forms: NotificationForms;
  readonly schedule: RetrySchedule;
  /**
   * How much `opened` is sent. `none`: only what a payment causes. `scan`: also when a merchant order is made.
   * `everywhere`: also before each payment and once more after the closing.
   */
  readonly opened: 'none' | 'scan' | 'everywhere';
  /** Also send the topic `payment` for each attempt, as a `notification_url` may receive. */
  readonly paymentTopic: boolean;
  /**
   * Signs webhooks with this secret. The documents say that QR notifications are not signed; integrators
   * received signed ones in 2026.
   */
  readonly signingSecret: string | null;
}

export const defaultNotificationOptions: NotificationOptions = {
  forms: 'webhook',
  schedule: inPersonSchedule,
  opened: 'scan',
  paymentTopic: false,
  signingSecret: null,
};
