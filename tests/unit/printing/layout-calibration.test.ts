import { describe, expect, it } from 'vitest';
import { encodeTicket } from '../../../electron/printing/encode-ticket';
import { currencySchema } from '../../../shared/country';
import { codePageSchema, type CodePage } from '../../../shared/printer';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { calibrationPages, calibrationSample } from '../../../shared/ticket/layout-calibration';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { decode } from '../../../simulator/printer/decode-escpos';
import { aTicket } from '../../support/a-ticket';

function printed(columns: number, codePage: CodePage, practice = false): string[] {
  const paper = { columns, codePage, cut: 'partial' } as const;
  const ticket = aTicket({ kind: 'calibration', practice });
  const job = decode(encodeTicket(layoutTicket(ticket, paper, ticketTexts('es-AR')), paper), paper);
  expect(job.problems).toEqual([]);
  return [...job.lines];
}

describe('the calibration ticket', () => {
  it('has a number for every page that can be chosen, each once', () => {
    expect([...calibrationPages].sort()).toEqual([...codePageSchema.options].sort());
  });

  it.each(codePageSchema.options)(
    'reads right on its own line of a good printer, whatever it was set to: %s',
    (page) => {
      const lines = printed(48, page);
      const [letters = '', signs = ''] = calibrationSample({ currency: 'ARS' });
      expect(lines).toContain(`1. ${letters}`);
      expect(lines).toContain(`   ${signs}`);
      expect(lines).toContain(`2. ${letters}`);
      expect(lines.find((line) => line.startsWith('6.'))).toBe('6. aeiou nN uU ?? !!');
    },
  );

  it('shows what a page lacks as what tickets would have in its place', () => {
    const at = printed(48, 'PC858').findIndex((line) => line.startsWith('5.'));
    expect(printed(48, 'PC858')[at + 1]).toBe('   ç ao AO º ª $ E');
  });

  it.each([24, 32, 42, 64])('fits %i columns', (columns) => {
    for (const line of printed(columns, 'PC858')) expect(line.length).toBeLessThanOrEqual(columns);
  });

  it("has the sign of each country's money", () => {
    const signs = currencySchema.options.map((currency) => calibrationSample({ currency })[1]);
    expect(signs.join('\n')).toMatch(/R\$[^]*S\/[^]*\$U/);
  });

  it('says what it is where accents are not known yet to come out', () => {
    expect(printed(48, 'PC437').slice(0, 3).join('\n')).toMatch(/PRUEBA DE LETRAS/);
    expect(printed(32, 'PC858', true)[0]).toContain('PRACTICA');
  });
});
