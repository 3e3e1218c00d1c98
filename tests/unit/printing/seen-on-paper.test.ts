import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeTicket } from '../../../electron/printing/encode-ticket';
import { layOutPaper } from '../../../electron/printing/lay-out-paper';
import { seenOnPaper } from '../../../electron/printing/seen-on-paper';
import { codePageSchema } from '../../../shared/printer';
import { decode } from '../../../simulator/printer/decode-escpos';
import { aBitmap, aRefundSlip, anXReport, aTicket } from '../../support/a-ticket';
import { arbitraryTicket } from '../../support/arbitrary-ticket';

it('what is seen of a paper is what a printer makes of its bytes, letter by letter', () => {
  fc.assert(
    fc.property(
      arbitraryTicket,
      fc.integer({ min: 24, max: 64 }),
      fc.constantFrom(...codePageSchema.options),
      (ticket, columns, codePage) => {
        const paper = { columns, codePage, cut: 'partial' } as const;
        const lines = layOutPaper({ ...ticket, logo: null }, paper, null).filter(({ kind }) => kind !== 'picture');
        const seen = seenOnPaper(lines, codePage).map((line) => (line.kind === 'text' ? line.text.trimEnd() : null));
        const printed = decode(encodeTicket(lines, paper), paper).lines;
        seen.forEach((line, index) => {
          if (line !== null) expect(printed[index]).toBe(line);
        });
      },
    ),
    { numRuns: 200 },
  );
});

it("the shop's logo stands on what customers take home, and on no slip of the shop's own", () => {
  const paper = { columns: 48, codePage: 'PC858' } as const;
  const logo = aBitmap(64, 20);
  const hasLogo = (ticket: Parameters<typeof layOutPaper>[0]) =>
    layOutPaper(ticket, paper, logo).some(({ kind }) => kind === 'picture');
  expect([hasLogo(aTicket()), hasLogo(aRefundSlip()), hasLogo(anXReport())]).toEqual([true, true, false]);
});
