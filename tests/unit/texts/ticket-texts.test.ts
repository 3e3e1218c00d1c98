import { expect, test } from 'vitest';
import { localeSchema } from '../../../shared/country';
import { printable } from '../../../shared/ticket/printable';
import { ticketTexts } from '../../../shared/texts/ticket-texts';

test.each(localeSchema.options)('every word on the paper of %s survives the printer', (locale) => {
  const texts = ticketTexts(locale);
  const { reprint, legends, refund, tenders, shift, test: trial, calibration, ...words } = texts;
  const { differs, ...report } = shift;
  const groups = [words, legends, refund, tenders, report, trial, calibration].flatMap((group) => Object.values(group));
  for (const word of [...groups, reprint(2), differs(1), differs(2)]) {
    expect(word).not.toBe('');
    expect(printable(word)).toBe(word);
  }
});

test('a second copy says so, with its number', () => {
  expect(ticketTexts('es-AR').reprint(2)).toBe('REIMPRESIÓN 2');
  expect(ticketTexts('pt-BR').reprint(1)).toBe('REIMPRESSÃO 1');
});

test('each country has its own words for "not a fiscal document"', () => {
  const { legends } = ticketTexts('es-AR');
  expect(new Set(Object.values(legends)).size).toBe(localeSchema.options.length);
});
