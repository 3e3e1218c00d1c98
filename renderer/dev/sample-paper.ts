import { minor } from '../../shared/money';
import { units } from '../../shared/quantity';
import type { RequestInput } from '../../shared/ipc-contract';
import type { Snapshot } from '../../shared/snapshot';
import { ticketTexts } from '../../shared/texts/ticket-texts';
import { layoutTicket } from '../../shared/ticket/layout-ticket';
import type { PrintedLine } from '../../shared/ticket/printed-line';
import { businessSchema } from '../../shared/ticket/ticket';

/** What main would answer to a design. */
export function samplePaper(
  { business, logo, paper }: RequestInput<'ticketDesign.preview'>,
  { locale, currency, practice }: Snapshot,
): PrintedLine[] {
  const total = minor(460_000);
  return layoutTicket(
    {
      kind: 'sale',
      business: businessSchema.parse(business),
      logo,
      registerName: 'Caja 1',
      timeZone: 'America/Argentina/Buenos_Aires',
      locale,
      currency,
      copy: 0,
      practice,
      number: 123,
      paidAt: '2026-11-26T15:04:00.000Z',
      lines: [{ name: 'Café molido 500 g', quantity: units(1), unit: 'unit', unitPrice: total, total }],
      total,
      payment: { ids: ['123456789012'], reference: 'CAJA01A7F3K9Q2M4X8' },
    },
    { columns: paper.columns ?? 48, codePage: paper.codePage ?? 'PC858' },
    ticketTexts(locale),
  );
}
