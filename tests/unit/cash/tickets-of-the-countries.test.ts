import { describe, expect, it } from 'vitest';
import { likelyNotes } from '../../../shared/cash/banknotes';
import { defaultCashRounding, roundForCash } from '../../../shared/cash/cash-rounding';
import { countries, type Country } from '../../../shared/country';
import { minor } from '../../../shared/money';
import { quantitySchema, units } from '../../../shared/quantity';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { columnsPerCharacter } from '../../../shared/ticket/printed-line';
import type { SaleTicket, TicketTender } from '../../../shared/ticket/ticket';
import { aTicketLine } from '../../support/a-ticket';

const taxIds: Readonly<Record<Country['site'], string>> = {
  MLA: '30-12345678-9',
  MLB: '12.345.678/0001-95',
  MLC: '76.123.456-K',
  MCO: '900.123.456-7',
  MLM: 'ABC010203AB9',
  MPE: '20123456789',
  MLU: '211234560018',
};

/** The same basket everywhere: two of one thing and a weight, of an amount that each country's coins can't pay. */
function saleIn({ site, currency, locale, timeZone, decimals, taxIdLabel }: Country): SaleTicket {
  const unit = decimals === 2 ? 1 : 100;
  const lines = [
    aTicketLine({
      name: 'Café molido 500 g',
      quantity: units(2),
      unitPrice: minor(459_900 / unit),
      total: minor(919_800 / unit),
    }),
    aTicketLine({
      name: 'Queso de campo',
      quantity: quantitySchema.parse(350),
      unit: 'kg',
      unitPrice: minor(987_700 / unit),
      total: minor(decimals === 2 ? 345_695 : 3_457),
    }),
  ];
  const total = minor(lines.reduce((sum, line) => sum + line.total, 0));
  return {
    kind: 'sale',
    business: {
      name: 'Almacén del Puerto',
      address: 'Av. Costanera 120',
      taxId: `${taxIdLabel} ${taxIds[site]}`,
      footer: 'Gracias',
    },
    registerName: 'Caja 1',
    number: 123,
    paidAt: '2026-11-12T18:04:00.000Z',
    timeZone,
    locale,
    currency,
    lines,
    total,
    payment: null,
    tenders: [],
    copy: 0,
    practice: false,
  };
}

function inCash(country: Country): SaleTicket {
  const sale = saleIn(country);
  const { due, rounding } = roundForCash(sale.total, defaultCashRounding(country.site));
  const received = likelyNotes(due, country.currency)[0] ?? due;
  const tender: TicketTender = { kind: 'cash', amount: due, received, change: minor(received - due), rounding };
  return { ...sale, tenders: [tender] };
}

function byQr(country: Country): SaleTicket {
  const payment = { ids: ['123456789012'], reference: 'CAJA01A7F3K9Q2M4X8Z6B1' };
  return { ...saleIn(country), payment, tenders: undefined };
}

function partly(country: Country): SaleTicket {
  const sale = byQr(country);
  const cash = minor(countries[country.site].decimals === 2 ? 500_000 : 5_000);
  return {
    ...sale,
    tenders: [
      { kind: 'cash', amount: cash },
      { kind: 'qr', amount: minor(sale.total - cash) },
    ],
  };
}

/** As it is read on paper; what is printed larger than the rest is marked at the edge. */
function onPaper(ticket: SaleTicket, columns: number): string {
  const lines = layoutTicket(ticket, { columns, codePage: 'PC858' }, ticketTexts(ticket.locale));
  return lines
    .map((line) => {
      if (line.kind === 'rule') return '─'.repeat(columns);
      if (line.kind !== 'text') return '';
      expect(line.text.length * columnsPerCharacter(line.style)).toBeLessThanOrEqual(columns);
      return line.text.trimEnd();
    })
    .join('\n');
}

describe.each(Object.values(countries))('the ticket of $site', (country) => {
  it.for([32, 42, 48])('is this on paper of %i columns, in cash, by QR and both', async (columns) => {
    const papers = { inCash, byQr, partly };
    const text = Object.entries(papers)
      .map(([how, ticketOf]) => `== ${how}\n${onPaper(ticketOf(country), columns)}`)
      .join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`tickets/${country.locale}-${columns}.txt`);
  });
});
