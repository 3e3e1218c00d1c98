/** One character where the head burnt it. `x` is in dots from the left end of the printable area. */
export interface Glyph {
  readonly char: string;
  readonly x: number;
  /** Dots of the cell before scaling: 12 in Font A, 9 in Font B. */
  readonly cell: 12 | 9;
  readonly wide: number;
  readonly high: number;
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly inverse: boolean;
}

export type Alignment = 'left' | 'center' | 'right';

/** What is on paper, top-down. Lengths are dots of 1/8 mm. */
export type PaperElement =
  | { readonly kind: 'line'; readonly glyphs: readonly Glyph[]; readonly align: Alignment; readonly advance: number }
  | { readonly kind: 'feed'; readonly dots: number }
  /** One bit a dot, rows padded to whole bytes, 1 is black. */
  | {
      readonly kind: 'picture';
      readonly bytesPerRow: number;
      readonly rows: number;
      readonly bits: Uint8Array;
      readonly align: Alignment;
    }
  | { readonly kind: 'qr'; readonly data: string; readonly moduleDots: number; readonly align: Alignment };

/** Dots across the printable area of paper with so many columns of Font A: 58 mm has 384, 80 mm has 576 or 512. */
export function dotsAcross(columns: number): number {
  return columns === 42 ? 512 : columns * 12;
}

/** A line as text; gaps made by positioning become spaces. */
export function textOf(line: Extract<PaperElement, { kind: 'line' }>): string {
  let text = '';
  let edge = 0;
  for (const glyph of line.glyphs) {
    text += ' '.repeat(Math.max(0, Math.round((glyph.x - edge) / glyph.cell))) + glyph.char;
    edge = glyph.x + glyph.cell * glyph.wide;
  }
  return text.trimEnd();
}
