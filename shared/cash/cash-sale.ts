import { z } from 'zod';
import { decisionSchema } from '../checkout/ledger';
import { ticketFateSchema, type TicketFate } from '../checkout/state';
import { currencySchema } from '../country';
import { minorUnitsSchema } from '../money';
import { doneBySchema } from '../people/people';
import { saleSchema } from '../sale';
import { cashRoundingSchema } from './cash-rounding';

/** Which paper belongs to money that went over the counter. How it came out is in its print job, and nowhere else. */
export const cashPaperSchema = z.object({
  jobId: z.string(),
  copy: z.int().nonnegative(),
  asked: ticketFateSchema.shape.asked,
  /** Somebody answered "¿Salió el ticket?" with yes. */
  seen: z.boolean(),
});
export type CashPaper = z.infer<typeof cashPaperSchema>;

const cashSaleFacts = {
  sale: saleSchema,
  currency: currencySchema,
  registerName: z.string(),
  /** What was to be paid: the total with the country's rounding of cash. */
  due: minorUnitsSchema,
  /** `due` less the total: negative in the customer's favour. */
  rounding: minorUnitsSchema,
  received: minorUnitsSchema,
  change: minorUnitsSchema,
  paidAt: z.iso.datetime(),
  /** Who took it. */
  by: z.string(),
  /** The same person, where operators sign in. */
  operator: doneBySchema.nullish(),
};

/** A sale that was paid over the counter, as it is kept. There is one for each sale, and nothing of it changes but its paper. */
export const storedCashSaleSchema = z.object({ ...cashSaleFacts, paper: cashPaperSchema });
export type StoredCashSale = z.infer<typeof storedCashSaleSchema>;

const refundFacts = {
  /** Made by the window when its dialog opens: asking twice is asking once. */
  id: z.uuid(),
  saleId: z.uuid(),
  saleNumber: z.int().positive(),
  saleTotal: minorUnitsSchema,
  soldAt: z.iso.datetime(),
  currency: currencySchema,
  /** What left the drawer, above 0. */
  amount: minorUnitsSchema,
  /** The lines of the sale that came back, by their place in it; empty when it was about an amount. */
  lines: z.array(z.int().nonnegative()).max(500),
  decision: decisionSchema,
};

/** Cash that went back to a customer, as it is kept. It went at once: there is nobody to ask. */
export const storedCashRefundSchema = z.object({ ...refundFacts, paper: cashPaperSchema });
export type StoredCashRefund = z.infer<typeof storedCashRefundSchema>;

/** The same as windows show them, with what became of the paper. */
export const cashSaleSchema = z.object({ ...cashSaleFacts, ticket: ticketFateSchema });
export type CashSale = z.infer<typeof cashSaleSchema>;
export const cashRefundSchema = z.object({ ...refundFacts, slip: ticketFateSchema });
export type CashRefund = z.infer<typeof cashRefundSchema>;

/** What windows know of the drawer's money. */
export const cashSnapshotSchema = z.object({
  /** The cash sale on screen, until the cashier goes on; null while there is none. */
  sale: cashSaleSchema.nullable(),
  /** How totals become cash here, and whether a manager decided so. */
  rounding: cashRoundingSchema,
  roundingIsOurs: z.boolean(),
});

/** Where the paper is, by the job that prints it. */
export function fateOf(
  { jobId, copy, asked, seen }: CashPaper,
  job: Pick<TicketFate, 'status' | 'trouble'>,
): TicketFate {
  const came = seen && job.status === 'unconfirmed';
  return { jobId, copy, asked, status: came ? 'printed' : job.status, trouble: came ? null : job.trouble };
}
