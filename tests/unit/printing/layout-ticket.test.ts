import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, minor, type MinorUnits } from '../../../shared/money';
import { quantitySchema, units } from '../../../shared/quantity';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { columnsPerCharacter, type PrintedLine } from '../../../shared/ticket/printed-line';
import { ticketSchema, type Ticket } from '../../../shared/ticket/ticket';
import { aCashSlip, anXReport, aRefundSlip, aTicket, aTicketLine, aZReport } from '../../support/a-ticket';
import { arbitraryTicket } from '../../support/arbitrary-ticket';
import { ticketTexts } from '../../../shared/texts/ticket-texts';

function layout(ticket: Ticket, columns = 48): PrintedLine[] {
  return layoutTicket(ticket, { columns, codePage: 'PC858' }, ticketTexts('es-AR'));
}

function textLines(ticket: Ticket, columns = 48): string[] {
  return layout(ticket, columns).map((line) => (line.kind === 'text' ? line.text : ''));
}

function amountsOn(ticket: Exclude<Ticket, { kind: 'test' }>): readonly MinorUnits[] {
  switch (ticket.kind) {
    case 'sale':
      return [...ticket.lines.map((line) => minor(line.total + (line.discount ?? 0))), ticket.total];
    case 'refund':
      return [ticket.amount, ticket.saleTotal ?? ticket.amount];
    case 'cashMovement':
      return [ticket.amount];
    case 'xReport':
      return [ticket.float, ticket.qrSales.total, ticket.cashIn.total];
    case 'zReport':
      return [ticket.figures.qrSales.total, ticket.figures.expected, ticket.counted, ticket.difference];
    default:
      throw new Error(`a ${ticket.kind} has no amounts`);
  }
}

const anyColumns = fc.integer({ min: 24, max: 64 });

describe('every ticket on every paper', () => {
  it('has no line wider than the paper', () => {
    fc.assert(
      fc.property(arbitraryTicket, anyColumns, (ticket, columns) => {
        for (const line of layout(ticket, columns)) {
          if (line.kind !== 'text') continue;
          expect(line.text.length * columnsPerCharacter(line.style)).toBeLessThanOrEqual(columns);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('prints each amount whole, at the right edge', () => {
    fc.assert(
      fc.property(arbitraryTicket, anyColumns, (ticket, columns) => {
        if (ticket.kind === 'test' || ticket.kind === 'calibration' || ticket.kind === 'registerQr') return;
        const lines = textLines(ticket, columns);
        for (const amount of amountsOn(ticket)) {
          const text = formatMoney(amount, ticket.currency, ticket.locale);
          expect(lines.some((line) => line.endsWith(text) && line.length === columns)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never breaks a unit price', () => {
    fc.assert(
      fc.property(arbitraryTicket, anyColumns, (ticket, columns) => {
        if (ticket.kind !== 'sale') return;
        const paper = textLines(ticket, columns).join('\n');
        for (const line of ticket.lines) {
          if (line.unit === 'unit' && line.quantity === units(1)) continue;
          expect(paper).toContain(`x ${formatMoney(line.unitPrice, ticket.currency, ticket.locale)}`);
        }
      }),
    );
  });

  it('holds no control character, whatever was typed as a name', () => {
    fc.assert(
      fc.property(arbitraryTicket, anyColumns, (ticket, columns) => {
        for (const text of textLines(ticket, columns)) expect(text).not.toMatch(/\p{C}/u);
      }),
    );
  });
});

describe('the ticket of a sale', () => {
  it('says who sold, which ticket, when in the shop and at which caja', () => {
    expect(textLines(aTicket())).toEqual(
      expect.arrayContaining([
        '    Almacén Don José',
        '     Av. Pellegrini 1250, Rosario, Santa Fe',
        '               CUIT 30-12345678-9',
        'Ticket 000123                   12/11/2026 15:04',
        'Caja Mostrador',
      ]),
    );
  });

  it('prints one piece with its price beside the name', () => {
    expect(textLines(aTicket({ lines: [aTicketLine({ name: 'Alfajor', total: minor(90_000) })] }))).toContain(
      'Alfajor                                 $ 900,00',
    );
  });

  it('prints how many and at what price on a line of its own when it is not one piece', () => {
    const queso = aTicketLine({
      name: 'Queso cremoso',
      quantity: quantitySchema.parse(350),
      unit: 'kg',
      unitPrice: minor(987_651),
      total: minor(345_678),
    });
    const lines = textLines(aTicket({ lines: [queso] }));
    const name = lines.indexOf('Queso cremoso');
    expect(lines[name + 1]).toBe('  0,350 kg x $ 9.876,51               $ 3.456,78');
  });

  it('puts the price beside the last line of a long name', () => {
    const name = 'Aceite de oliva extra virgen primera prensada en frío';
    const lines = textLines(aTicket({ lines: [aTicketLine({ name, total: minor(1_234_550) })] }), 32);
    const first = lines.indexOf('Aceite de oliva');
    expect(lines.slice(first, first + 4)).toEqual([
      'Aceite de oliva',
      '  extra virgen',
      '  primera prensada',
      '  en frío            $ 12.345,50',
    ]);
  });

  it('prints what was taken off under its line, and the cashier’s words under that', () => {
    const alfajor = aTicketLine({ name: 'Alfajor', discount: minor(9_000), note: 'Sin azúcar', total: minor(81_000) });
    const lines = textLines(aTicket({ lines: [alfajor] }));
    const name = lines.indexOf('Alfajor                                 $ 900,00');
    expect(lines.slice(name + 1, name + 3)).toEqual([
      '  Descuento                             -$ 90,00',
      '  Sin azúcar',
    ]);
  });

  it('prints the sum of the lines and what was taken off it above the total', () => {
    const lines = [aTicketLine({ total: minor(90_000) }), aTicketLine({ total: minor(10_000) })];
    const paper = textLines(aTicket({ lines, discount: minor(20_000), total: minor(80_000) }));
    const total = paper.findIndex((line) => line.startsWith('TOTAL'));
    expect(paper.slice(total - 2, total)).toEqual([
      'Subtotal                              $ 1.000,00',
      'Descuento                              -$ 200,00',
    ]);
  });

  it('prints the total two rows high', () => {
    expect(layout(aTicket())).toContainEqual({
      kind: 'text',
      style: 'tall',
      text: `TOTAL${'$ 12.505,78'.padStart(43)}`,
    });
  });

  it('lists every payment number, which the shop needs to give money back', () => {
    const lines = textLines(aTicket({ payment: { ids: ['111', '222'], reference: 'R1' } }), 32);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Operación                    111',
        'Operación                    222',
        'Referencia                    R1',
      ]),
    );
  });

  it('prints a name that is too long for double width at single width', () => {
    const names = (name: string) =>
      layout(aTicket({ business: { ...aTicket().business, name } }), 32).find(
        (line) => line.kind === 'text' && (line.style === 'large' || line.style === 'tall'),
      );
    expect(names('Almacén Don José')).toMatchObject({ style: 'large' });
    expect(names('Supermercado y Distribuidora de Alimentos La Nueva')).toMatchObject({ style: 'tall' });
    expect(names('Electrodomésticos')).toMatchObject({ style: 'tall' });
  });

  it('does not say "Caja Caja" for a caja that is named so', () => {
    expect(textLines(aTicket({ registerName: 'Caja 2' }))).toContain('Caja 2');
  });

  it('prints a product without a name as a question mark', () => {
    expect(textLines(aTicket({ lines: [aTicketLine({ name: '\u0007', total: minor(100) })] }), 24)).toContain(
      `?${'$ 1,00'.padStart(23)}`,
    );
  });

  it('says that it is not a fiscal document in the words of the country', () => {
    expect(textLines(aTicket())).toContain('      X · DOCUMENTO NO VÁLIDO COMO FACTURA');
    expect(textLines(aTicket({ locale: 'pt-BR', currency: 'BRL' }))).toContain('             NÃO É DOCUMENTO FISCAL');
  });

  it('prints the legend that the shop chose instead, or none', () => {
    const business = aTicket().business;
    expect(textLines(aTicket({ business: { ...business, legend: 'Comprobante interno' } })).join()).toContain(
      'Comprobante interno',
    );
    expect(textLines(aTicket({ business: { ...business, legend: '' } })).join()).not.toContain('DOCUMENTO');
  });
});

describe('marks', () => {
  const bands = (ticket: Ticket) => layout(ticket).flatMap((line, index) => (isBand(line) ? [{ index, line }] : []));
  const isBand = (line: PrintedLine) => line.kind === 'text' && line.style === 'band';

  it('an original has none', () => {
    expect(bands(aTicket())).toEqual([]);
  });

  it('a reprint says so at the top and at the bottom, across the whole paper', () => {
    const found = bands(aTicket({ copy: 2 }));
    expect(found).toHaveLength(2);
    expect(found[0]?.index).toBe(0);
    for (const { line } of found) {
      expect(line).toMatchObject({ text: expect.stringMatching(/^ +REIMPRESIÓN 2 +$/) as string });
      expect(line.kind === 'text' && line.text.length).toBe(48);
    }
  });

  it('a reprint says who asked for it and when, under its number', () => {
    const lines = textLines(aTicket({ copy: 1, reprint: { by: 'Ana Núñez', at: '2026-11-13T13:40:00.000Z' } }), 32);
    expect(lines[1]).toBe('  Ana Núñez · 13/11/2026 10:40');
    expect(lines.filter((line) => line.includes('Ana Núñez'))).toHaveLength(2);
  });

  it('the time of a reprint stays whole beside a long name', () => {
    const lines = textLines(
      aTicket({ copy: 1, reprint: { by: 'João Conceição', at: '2026-11-13T13:40:00.000Z' } }),
      32,
    );
    expect(lines.slice(1, 3)).toEqual(['         João Conceição', '        13/11/2026 10:40']);
  });

  it('a refund has the same marks as a sale', () => {
    expect(bands(aRefundSlip())).toEqual([]);
    expect(bands(aRefundSlip({ copy: 1, practice: true }))).toHaveLength(4);
  });

  it('a practice ticket says that it is worth nothing', () => {
    expect(bands(aTicket({ practice: true }))[0]?.line).toMatchObject({
      text: expect.stringContaining('PRÁCTICA') as string,
    });
  });
});

describe('the slip of a refund', () => {
  it('says what is given back, of which sale, why, by whom and under which numbers', () => {
    expect(textLines(aRefundSlip())).toEqual(
      expect.arrayContaining([
        '       DEVOLUCIÓN',
        'Caja Mostrador                  13/11/2026 10:40',
        'Venta 000123                    12/11/2026 15:04',
        'Total de la venta                    $ 12.505,78',
        'DEVUELTO                              $ 3.799,00',
        'Devolución parcial',
        'Motivo: Los ñoquis vinieron abiertos',
        'Devolvió: Ana Núñez',
        'Operación                           123456789012',
        'Devolución                            1009042015',
        'Referencia                CAJA01A7F3K9Q2M4X8Z6B1',
        '      X · DOCUMENTO NO VÁLIDO COMO FACTURA',
      ]),
    );
  });

  it('says that all of it is given back only when it is', () => {
    const whole = minor(1_250_578);
    expect(textLines(aRefundSlip({ amount: whole, saleTotal: whole }))).toContain('Devolución total');
    expect(textLines(aRefundSlip({ saleTotal: null })).join()).not.toMatch(/Devolución (total|parcial)/);
  });

  it('stands by itself for a payment whose sale this till does not know', () => {
    const unknown = aRefundSlip({
      saleNumber: null,
      soldAt: null,
      saleTotal: null,
      payment: { id: '77', reference: null },
    });
    const paper = textLines(unknown, 32).join('\n');
    expect(paper).toContain('DEVUELTO');
    expect(paper).not.toMatch(/Venta|Referencia|null/);
  });

  it('wishes nobody a good day with the footer of a sale', () => {
    expect(textLines(aRefundSlip()).join()).not.toContain('Gracias');
  });

  it('is in Portuguese in Brazil', () => {
    const lines = layoutTicket(
      aRefundSlip({ locale: 'pt-BR', currency: 'BRL' }),
      { columns: 48, codePage: 'PC858' },
      ticketTexts('pt-BR'),
    ).map((line) => (line.kind === 'text' ? line.text : ''));
    expect(lines).toEqual(expect.arrayContaining(['        ESTORNO', 'Estornado por: Ana Núñez']));
  });
});

describe('the test ticket', () => {
  it('counts the columns up to the right edge', () => {
    for (const columns of [24, 32, 42, 48, 64]) {
      const digits = textLines(aTicket({ kind: 'test' }), columns).find((line) => line.startsWith('123456789'));
      expect(digits).toHaveLength(columns);
    }
  });

  it('names the code page and shows the letters that printers get wrong', () => {
    const paper = textLines(aTicket({ kind: 'test' })).join('\n');
    expect(paper).toContain('PC858');
    expect(paper).toContain('áéíóú ÁÉÍÓÚ');
    expect(paper).toContain('€ $ R$ S/');
  });
});

it('a ticket in a time zone that does not exist is refused before it is stored', () => {
  expect(ticketSchema.safeParse(aTicket({ timeZone: 'America/Rosario_Norte' })).success).toBe(false);
  expect(ticketSchema.safeParse(aTicket()).success).toBe(true);
});

describe('the slips of a shift', () => {
  it.each([32, 42, 48])('say what a store owner looks for, at %i columns', (columns) => {
    const z = textLines(aZReport(), columns).join('\n');
    expect(z).toMatch(/CIERRE Z 12/);
    expect(z).toMatch(/Ventas con QR \(64\) +\$ 912\.500,00/);
    expect(z).toMatch(/DIFERENCIA +-\$ 700,00/);
    expect(z).toMatch(/Falta efectivo/);
    expect(z).toMatch(/Coincide con Mercado Pago/);
    expect(z).toMatch(/Conteo anterior/);
    expect(textLines(aCashSlip(), columns).join('\n')).toMatch(/RETIRO DE EFECTIVO[\s\S]*TOTAL[\s\S]*Firma: _/);
  });

  it('say on an X nothing of the cash of sales', () => {
    const x = textLines(anXReport()).join('\n');
    expect(x).toMatch(/PARCIAL X 12/);
    expect(x).not.toMatch(/Esperado|Contado|DIFERENCIA/);
  });

  it('say on a Z that Mercado Pago was not asked', () => {
    expect(textLines(aZReport({ reconciled: null })).join('\n')).toMatch(/Sin comparar con Mercado Pago/);
  });
});

it('whatever is printed in practice says so first and last', () => {
  fc.assert(
    fc.property(arbitraryTicket, anyColumns, (ticket, columns) => {
      const words = textLines({ ...ticket, copy: 0, practice: true, locale: 'es-AR' }, columns).filter(
        (line) => line.trim() !== '',
      );
      for (const line of [words[0], words.at(-1)]) expect(line).toMatch(/PRÁCTICA|SIN VALOR/);
    }),
    { numRuns: 300 },
  );
});
