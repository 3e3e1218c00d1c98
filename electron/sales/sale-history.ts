import type { StoredCashRefund } from '../../shared/cash/cash-sale';
import { minor } from '../../shared/money';
import type { Sale } from '../../shared/sale';
import type { SaleFilter, SalePage } from '../../shared/sales/sale-filter';
import type { StoryEvent, StoryStep } from '../../shared/sales/sale-story';
import type { SaleRecord } from '../../shared/snapshot';
import type { PrintJob } from '../printing/print-job';
import { spanOf } from '../reports/calendar';
import type { ListedSale, SaleListStore } from '../storage/sale-list-store';
import type { SaleStoryStore } from '../storage/sale-story-store';
import { decided, goodsBack, storyOfCharge, storyOfRefund } from './story-of-charge';

export interface SaleHistoryPorts {
  readonly list: SaleListStore;
  readonly stories: SaleStoryStore;
  /** null for what this program can't read. */
  readonly record: (sale: ListedSale) => SaleRecord | null;
  readonly timeZone: () => string;
}

/** Any sale of this till, found again, and everything that happened to it. It only reads. */
export class SaleHistory {
  readonly #ports: SaleHistoryPorts;

  constructor(ports: SaleHistoryPorts) {
    this.#ports = ports;
  }

  find({ days, ...filter }: SaleFilter, before: number | null, limit: number): SalePage {
    const span = days && spanOf(days, this.#ports.timeZone());
    const found = this.#ports.list.find({ ...filter, span }, before, limit + 1);
    const shown = found.slice(0, limit);
    return {
      records: shown.flatMap((sale) => this.#ports.record(sale) ?? []),
      next: found.length > limit ? (shown.at(-1)?.seq ?? null) : null,
    };
  }

  /** Resolves when a search by words holds up nothing else. */
  prepareSearch(): Promise<void> {
    return this.#ports.list.prepareSearch();
  }

  /** Oldest first. */
  story(saleId: string): StoryStep[] {
    const { stories } = this.#ports;
    const attempts = stories.charges(saleId);
    const charges = attempts.flatMap(({ attempt, steps, refunds }) => [
      storyOfCharge(attempt, steps, stories.cashOf(saleId, attempt.checkoutId)),
      ...refunds.map(({ refund, steps: refundSteps }) => storyOfRefund(refund, attempt, refundSteps)),
    ]);
    const cash = stories.cashSale(saleId);
    const paid: StoryStep[] = cash
      ? [{ at: cash.sale.paidAt, event: 'paidInCash', amount: cash.sale.due, by: cash.sale.by }]
      : [];
    const papers = (cash?.papers ?? []).flatMap(({ job, at }) => paperStep(job, at, 'ticket'));
    const sold = cash?.sale.sale ?? attempts.at(-1)?.attempt.sale;
    const back = stories
      .cashRefunds(saleId)
      .map(({ refund, papers: slips }) => [
        cashBack(refund, sold),
        ...slips.flatMap(({ job, at }) => paperStep(job, at, 'slip')),
      ]);
    return [this.#notes(saleId, cash !== null), ...charges, paid, papers, ...back]
      .flat()
      .map((step, index) => ({ step, index }))
      .sort((one, other) => one.step.at.localeCompare(other.step.at) || one.index - other.index)
      .map(({ step }) => step);
  }

  /** Of the log only what no other table tells. */
  #notes(saleId: string, inCash: boolean): StoryStep[] {
    const told: Partial<Record<string, StoryEvent>> = {
      discountGiven: 'discountAllowed',
      priceOverridden: 'priceAllowed',
      ...(inCash ? { ticketReprinted: 'reprintAsked', slipReprinted: 'slipReprintAsked' } : {}),
    };
    return this.#ports.stories.notes(saleId).flatMap(({ at, act, by, approvedBy }) => {
      const event = told[act];
      return event ? [{ at, event, ...(by ? { by } : {}), ...(approvedBy ? { approvedBy } : {}) }] : [];
    });
  }
}

function cashBack({ amount, decision, lines }: StoredCashRefund, sold?: Sale): StoryStep {
  const goods = goodsBack(sold?.lines ?? [], lines);
  return { at: decision.at, event: 'cashGivenBack', amount: minor(amount), ...decided(decision), ...goods };
}

const papers = {
  ticket: { printed: 'ticketPrinted', failed: 'ticketFailed', unconfirmed: 'ticketDoubtful' },
  slip: { printed: 'slipPrinted', failed: 'slipFailed', unconfirmed: 'slipDoubtful' },
} as const;

/** Of a paper that went over the counter only its end is kept. */
function paperStep({ state, trouble }: PrintJob, at: string, what: 'ticket' | 'slip'): StoryStep[] {
  if (state === 'queued' || state === 'sending') return [];
  return [{ at, event: papers[what][state], ...(trouble ? { trouble } : {}) }];
}
