import type { Beginning, Shop } from './shop';

/** One thing that goes wrong at a printer on USB. */
export interface UsbCase {
  /** A sentence on how the till behaves. */
  readonly title: string;
  /** What was broken, in a few words. */
  readonly broken: string;
  /** By default the case goes on with the till and the printer of the one before it. */
  readonly beginning?: Beginning;
  /** Breaks it and looks. @returns what came of it, in a few words; throws when that is wrong. */
  readonly run: (shop: Shop) => Promise<string>;
}
