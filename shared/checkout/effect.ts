/** Requests to the world, as data. They are run only after the state that asked for them is on disk. */
export type CheckoutEffect =
  /** Put the order on the caja, whatever it takes, until it is known to be there or refused. */
  | { readonly kind: 'createOrder' }
  /** Keep asking at the contingency rhythm while the order may be paid. */
  | { readonly kind: 'watchOrder' }
  /** Ask now: the merchant order that was named, and all with our reference. */
  | { readonly kind: 'fetchOrder'; readonly merchantOrderId: string | null }
  /** Take the order off the caja, whatever it takes, until it is known to be gone. */
  | { readonly kind: 'cancelOrder' }
  /** It is over: leave nothing of it on the caja, and look for late money a few times more. */
  | { readonly kind: 'lookAfterwards' }
  /** Print what the job, stored together with the state, says. */
  | { readonly kind: 'printTicket'; readonly jobId: string; readonly copy: number };
