/** What the phone page needs to know, as `/phone/state` tells it. */
export interface PhoneState {
  readonly pos: readonly { readonly externalId: string; readonly name: string }[];
  /** The scan asked about, if it exists and the customer has not left it. */
  readonly scan: PhoneScan | null;
  readonly papers: readonly PhonePaper[];
  /** null: there is no printer beside this simulator. */
  readonly printer: PrinterSwitches | null;
}

export interface PhoneScan {
  readonly id: string;
  readonly seller: string;
  readonly items: readonly string[];
  readonly amount: number;
  readonly currency: string;
  readonly locale: string;
  readonly orderState: 'assigned' | 'deleted' | 'replaced' | 'paid' | 'expired';
  readonly lastAttempt: string | null;
  readonly paid: boolean;
  readonly paymentId: number | null;
}

export interface PhonePaper {
  readonly number: number;
  readonly lines: readonly string[];
  readonly problems: readonly string[];
  /** Path of its picture on this server. */
  readonly picture: string;
}

/** What a person can do to the practice printer. */
export interface PrinterSwitches {
  readonly paperOut: boolean;
  readonly coverOpen: boolean;
  readonly unplugged: boolean;
}
