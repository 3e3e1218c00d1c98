import { decimalsOf } from '../../shared/country';
import { minor, sum } from '../../shared/money';
import { quantitySchema, units } from '../../shared/quantity';
import type { Translate } from '../../shared/texts/create-texts';
import type { PaperFacts, SaleTicket, TicketLine } from '../../shared/ticket/ticket';

/** A sale that was never made, for looking at: a plain line, several of one thing, a weight and a discount. */
export function sampleTicket(facts: Omit<PaperFacts, 'copy'>, now: Date, t: Translate): SaleTicket {
  const scale = decimalsOf(facts.currency) === 2 ? 100 : 1;
  const amount = (whole: number) => minor(whole * scale);
  const line = (name: string, more: Partial<TicketLine> & Pick<TicketLine, 'unitPrice' | 'total'>): TicketLine => ({
    name,
    quantity: units(1),
    unit: 'unit',
    ...more,
  });
  const lines = [
    line(t('ticketDesign.sample.coffee'), { unitPrice: amount(4600), total: amount(4600) }),
    line(t('ticketDesign.sample.pastry'), { quantity: units(3), unitPrice: amount(1200), total: amount(3600) }),
    line(t('ticketDesign.sample.cheese'), {
      quantity: quantitySchema.parse(350),
      unit: 'kg',
      unitPrice: amount(9800),
      discount: amount(430),
      total: amount(3000),
    }),
  ];
  return {
    ...facts,
    kind: 'sale',
    number: 123,
    paidAt: now.toISOString(),
    lines,
    total: sum(lines.map(({ total }) => total)),
    payment: { ids: ['123456789012'], reference: 'CAJA01A7F3K9Q2M4X8' },
    copy: 0,
  };
}
