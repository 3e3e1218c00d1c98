import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePicture } from '../../../electron/printing/encode-picture';
import { encodeTicket } from '../../../electron/printing/encode-ticket';
import { LONGEST_COMMAND } from '../../../electron/printing/escpos-commands';
import { codePageSchema } from '../../../shared/printer';
import { ticketTexts } from '../../../shared/texts/ticket-texts';
import { bitmapSchema, bytesPerRow, type Bitmap } from '../../../shared/ticket/bitmap';
import { layoutTicket } from '../../../shared/ticket/layout-ticket';
import { decode } from '../../../simulator/printer/decode-escpos';
import { RealTimeFilter, type RealTimeCommand } from '../../../simulator/printer/real-time-filter';
import { aBitmap, aTicket } from '../../support/a-ticket';
import { arbitraryBitmap, arbitraryTicket } from '../../support/arbitrary-ticket';

const settings = { columns: 32, codePage: 'PC858', cut: 'partial' } as const;

/** What a printer obeys at once, and what is left for its paper. */
function filtered(bytes: Uint8Array) {
  const obeyed: RealTimeCommand[] = [];
  const rest = new RealTimeFilter((command) => void obeyed.push(command)).pass(bytes);
  return { obeyed, rest };
}

/** The dots that came out, joined over all bands. */
function dotsOnPaper(bitmap: Bitmap): Uint8Array {
  const job = decode(encodeTicket([{ kind: 'picture', bitmap }], settings), settings);
  expect(job.problems).toEqual([]);
  const bands = job.elements.flatMap((element) => (element.kind === 'picture' ? [element] : []));
  expect(bands.every((band) => band.align === 'center' && band.bytesPerRow === bytesPerRow(bitmap.width))).toBe(true);
  return Buffer.concat(bands.map((band) => band.bits));
}

describe('the bytes of a logo', () => {
  it('hold no command that a printer obeys at once, whatever the picture', () => {
    fc.assert(
      fc.property(arbitraryBitmap, (bitmap) => {
        const bytes = encodePicture(bitmap);
        expect(filtered(bytes)).toEqual({ obeyed: [], rest: [...bytes] });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['within a row', aBitmap(64, 20, [0x10, 0x04, 0x00, 0x10, 0x05, 0x10, 0x14, 0x08])],
    ['from one row to the next', aBitmap(24, 30, [0x14, 0xff, 0x10])],
    ['from one band to the next', aBitmap(384, 192, [0x05, ...Array<number>(46).fill(0), 0x10])],
    ['in a chain', aBitmap(32, 9, [0x10, 0x10, 0x04, 0x14])],
    ['at its very end', aBitmap(8, 1, [0x10])],
  ])('hide none %s', (_title, bitmap) => {
    expect(filtered(encodePicture(bitmap)).obeyed).toEqual([]);
  });

  it('are the picture, with at most one more dot beside each that was too sly', () => {
    fc.assert(
      fc.property(arbitraryBitmap, (bitmap) => {
        const wanted = Buffer.from(bitmap.bits, 'hex');
        dotsOnPaper(bitmap).forEach((byte, index) => {
          if (byte !== wanted[index]) expect([wanted[index], byte]).toEqual([0x10, 0x30]);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('are commands short enough to be completed when one is cut off', () => {
    const bands = decode(encodeTicket([{ kind: 'picture', bitmap: aBitmap(384, 192) }], settings), settings).elements;
    const rows = bands.flatMap((band) => (band.kind === 'picture' ? [band.rows] : []));
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.reduce((sum, each) => sum + each, 0)).toBe(192);
    for (const each of rows) expect(8 + each * 48).toBeLessThanOrEqual(LONGEST_COMMAND);
  });
});

it('no whole paper holds a command that a printer obeys at once, whatever was typed on it', () => {
  fc.assert(
    fc.property(
      arbitraryTicket,
      fc.integer({ min: 24, max: 64 }),
      fc.constantFrom(...codePageSchema.options),
      (ticket, columns, codePage) => {
        const paper = { columns, codePage, cut: 'partial' } as const;
        const bytes = encodeTicket(layoutTicket(ticket, paper, ticketTexts(ticket.locale)), paper);
        expect(filtered(bytes).obeyed).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

describe('a ticket with a logo', () => {
  const withLogo = (columns: number) =>
    layoutTicket(aTicket({ logo: aBitmap(384, 40) }), { columns, codePage: 'PC858' }, ticketTexts('es-AR'));

  it('shows it above the name of the business', () => {
    expect(withLogo(48)[0]).toMatchObject({ kind: 'picture', bitmap: { width: 384, height: 40 } });
    expect(withLogo(48)[2]).toMatchObject({ kind: 'text', style: 'large' });
  });

  it('goes without it on paper that is too narrow', () => {
    expect(withLogo(32).some((line) => line.kind === 'picture')).toBe(true);
    expect(withLogo(31).some((line) => line.kind === 'picture')).toBe(false);
  });

  it('is refused when its picture is not what it says', () => {
    expect(bitmapSchema.safeParse(aBitmap(100, 10)).success).toBe(true);
    expect(bitmapSchema.safeParse({ ...aBitmap(100, 10), height: 11 }).success).toBe(false);
    expect(bitmapSchema.safeParse({ ...aBitmap(100, 10), bits: 'zz'.repeat(130) }).success).toBe(false);
    expect(bitmapSchema.safeParse(aBitmap(385, 10)).success).toBe(false);
  });
});
