import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeDrawer } from '../../../electron/printing/encode-drawer';
import { encodeTicket } from '../../../electron/printing/encode-ticket';
import { codePageSchema, type CodePage } from '../../../shared/printer';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import type { PrintedLine } from '../../../shared/ticket/printed-line';
import type { Ticket } from '../../../shared/ticket/ticket';
import { decode } from '../../../simulator/printer/decode-escpos';
import { aTicket } from '../../support/a-ticket';
import { arbitraryTicket } from '../../support/arbitrary-ticket';
import { ticketTexts } from '../../../shared/texts/ticket-texts';

const settings = { columns: 48, codePage: 'PC858', cut: 'partial' } as const;

function line(text: string): PrintedLine {
  return { kind: 'text', text, style: 'normal' };
}

function printed(text: string, codePage: CodePage): string | undefined {
  const job = decode(encodeTicket([line(text)], { ...settings, codePage }), settings);
  expect(job.problems).toEqual([]);
  return job.lines[0];
}

function ticketBytes(ticket: Ticket, columns: number, codePage: CodePage): Uint8Array {
  const paper = { columns, codePage, cut: 'partial' } as const;
  return encodeTicket(layoutTicket(ticket, paper, ticketTexts('es-AR')), paper);
}

describe('the bytes of a ticket', () => {
  it('begin with reset, single-byte characters and the code page, and end with a cut', () => {
    const bytes = Buffer.from(encodeTicket([line('Hola')], settings)).toString('hex');
    expect(bytes).toBe('1b40' + '1c2e' + '1b7413' + Buffer.from('Hola\n').toString('hex') + '1d564200');
  });

  it('pass a strict printer on every paper and in every page, whatever was typed', () => {
    fc.assert(
      fc.property(
        arbitraryTicket,
        fc.integer({ min: 24, max: 64 }),
        fc.constantFrom(...codePageSchema.options),
        (ticket, columns, codePage) => {
          const job = decode(ticketBytes(ticket, columns, codePage), { columns });
          expect(job.problems).toEqual([]);
          expect(job.cuts).toEqual(['partial']);
          expect(job.drawerKicks).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([32, 42, 48])('read on %i columns as the lines that were laid out', (columns) => {
    const paper = { columns, codePage: 'PC858' } as const;
    const lines = layoutTicket(aTicket({ copy: 1, practice: true }), paper, ticketTexts('es-AR'));
    const job = decode(encodeTicket(lines, { ...paper, cut: 'partial' }), paper);
    const expected = lines.map((each) =>
      each.kind === 'text' ? each.text.trimEnd() : each.kind === 'rule' ? '─'.repeat(columns) : '',
    );
    expect(job.lines).toEqual(expected);
  });

  it('carry a second copy as well as the first', () => {
    const bytes = ticketBytes(aTicket({ kind: 'test' }), 48, 'PC858');
    const job = decode(Buffer.concat([bytes, bytes]), settings);
    expect(job.problems).toEqual([]);
    expect(job.lines.filter((text) => text === 'áéíóú ÁÉÍÓÚ')).toHaveLength(2);
  });

  it.each([
    ['partial', ['partial']],
    ['full', ['full']],
  ] as const)('cut the paper as set: %s', (cut, cuts) => {
    expect(decode(encodeTicket([line('x')], { ...settings, cut }), settings)).toMatchObject({ cuts, problems: [] });
  });

  it('only feed the paper to the tear bar where there is no cutter', () => {
    const job = decode(encodeTicket([line('x')], { ...settings, cut: 'none' }), settings);
    expect(job.cuts).toEqual([]);
    expect(job.elements.at(-1)).toMatchObject({ kind: 'feed', dots: 120 });
  });

  it('give each line the look it was laid out with, and the next one its own', () => {
    const styles = ['normal', 'tall', 'bold', 'large', 'band', 'normal'] as const;
    const lines = styles.map((style): PrintedLine => ({ kind: 'text', text: 'x', style }));
    const looks = decode(encodeTicket(lines, settings), settings).elements.flatMap((element) =>
      element.kind === 'line'
        ? element.glyphs.map(({ bold, wide, high, inverse }) => ({ bold, wide, high, inverse }))
        : [],
    );
    const plain = { bold: false, wide: 1, high: 1, inverse: false };
    expect(looks).toEqual([
      plain,
      { ...plain, bold: true, high: 2 },
      { ...plain, bold: true },
      { bold: true, wide: 2, high: 2, inverse: false },
      { ...plain, inverse: true },
      plain,
    ]);
  });
});

describe('characters', () => {
  const spanish = '¿Qué? ¡Olé! áéíóúüñÑ';

  it.each(['PC858', 'WPC1252'] as const)('%s prints Spanish, Portuguese, the euro and signs of money', (codePage) => {
    expect(printed(`${spanish} ÁÉÍÓÚÜ ãõâêôç ÃÕÇ`, codePage)).toBe(`${spanish} ÁÉÍÓÚÜ ãõâêôç ÃÕÇ`);
    expect(printed('€ R$ 1.234,50 º ª', codePage)).toBe('€ R$ 1.234,50 º ª');
  });

  it.each([
    ['PC850', 'Á € ã', 'Á E ã'],
    ['PC860', 'Á € ã', 'Á E ã'],
    ['PC437', 'Á € ã ñ', 'A E a ñ'],
    ['ascii', '¡Ñandú! ¿Qué?', '!Nandu! ?Que?'],
  ] as const)('%s prints what it lacks as the nearest plain letter', (codePage, text, expected) => {
    expect(printed(text, codePage)).toBe(expected);
  });

  it('a character that no page has becomes a question mark, never another page', () => {
    expect(printed('日本 ξ ₲', 'PC858')).toBe('?? ? ?');
  });

  it('a control character that slips past the layout still can not leave', () => {
    const bytes = encodeTicket([line('a\u001b@\u0000\u0010\u0004\u0001b')], settings);
    expect(decode(bytes, settings)).toMatchObject({ problems: [], lines: ['a?@????b'] });
  });
});

describe('the drawer', () => {
  it.each([2, 5] as const)('is opened by a command of its own at pin %i', (pin) => {
    expect(decode(encodeDrawer(pin), settings)).toMatchObject({ problems: [], drawerKicks: [pin], lines: [] });
  });
});
