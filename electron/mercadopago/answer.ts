/** What came back from one request. Nothing in it can carry the access token. */
export type Answer = Answered | Unanswered;

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** `json`: `body` is what it says. `empty`: no body at all. `other`: HTML, cut or garbled text. */
  readonly form: 'json' | 'empty' | 'other';
  readonly body: unknown;
  readonly retryAfterMs: number | null;
}

export interface Unanswered {
  readonly kind: 'unanswered';
  readonly why: 'offline' | 'timeout' | 'garbled';
  /** False only when it is certain that the request never left this computer. */
  readonly mayHaveArrived: boolean;
  /** For the log: the network's own error code. */
  readonly trace: string;
}
