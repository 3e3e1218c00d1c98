import { characterOf, codePages } from './code-pages';
import { dotsAcross, type Alignment, type Glyph, type PaperElement } from './paper';
import type { PrinterActions } from './printer-actions';

/** How the next characters look. */
export interface Style {
  bold: boolean;
  underlined: boolean;
  inverse: boolean;
  wide: number;
  high: number;
  cell: 12 | 9;
}

const DEFAULT_LINE_SPACING = 30;
const FONT_A_HEIGHT = 24;

/** The part of the printer that holds the line being written, and what later characters inherit. */
export class PrintHead {
  /** Dots across the paper. */
  readonly width: number;
  style: Style = plainStyle();
  align: Alignment = 'left';
  lineSpacing = DEFAULT_LINE_SPACING;
  areaWidth: number;
  /** Something was printed since the last cut. */
  dirty = false;

  private page: string | null = null;
  private glyphs: Glyph[] = [];
  private x = 0;
  /** A reset or a code page was seen since the last cut: what a cut leaves behind differs from printer to printer. */
  private setUp = false;

  constructor(
    columns: number,
    private readonly actions: PrinterActions,
  ) {
    this.width = dotsAcross(columns);
    this.areaWidth = this.width;
  }

  get lineIsEmpty(): boolean {
    return this.glyphs.length === 0;
  }

  reset(): void {
    this.style = plainStyle();
    this.align = 'left';
    this.useDefaultLineSpacing();
    this.areaWidth = this.width;
    this.page = null;
    this.glyphs = [];
    this.x = 0;
    this.setUp = true;
  }

  useDefaultLineSpacing(): void {
    this.lineSpacing = DEFAULT_LINE_SPACING;
  }

  choosePage(number: number): void {
    const page = codePages.get(number);
    if (page === undefined) this.actions.object(`code page ${number} does not exist`);
    else this.page = page;
    this.setUp = true;
  }

  moveTo(x: number): void {
    this.x = x;
  }

  moveBy(dots: number): void {
    this.x += dots;
  }

  /** Prints the character of a byte from 0x20 on. */
  type(byte: number): void {
    const char = this.read(byte);
    if (!this.setUp) this.actions.object(`"${char}" comes before a reset or a code page`);
    this.setUp = true;
    const advance = this.style.cell * this.style.wide;
    if (this.x + advance > this.areaWidth) {
      const line = this.glyphs.map((glyph) => glyph.char).join('');
      this.actions.object(`a line is longer than the paper: "${line}${char}…"`);
      this.feedLine();
    }
    this.glyphs.push({ char, x: this.x, ...this.style });
    this.x += advance;
    this.dirty = true;
  }

  /** Prints the line as it stands, even an empty one, and moves the paper to the next. */
  feedLine(): void {
    const tallest = Math.max(1, ...this.glyphs.map((glyph) => glyph.high));
    const advance = Math.max(this.lineSpacing, tallest * FONT_A_HEIGHT);
    this.actions.print({ kind: 'line', glyphs: this.glyphs, align: this.align, advance });
    this.glyphs = [];
    this.x = 0;
  }

  /** Moves the paper; a line that was begun is printed first. */
  feed(dots: number): void {
    if (!this.lineIsEmpty) this.feedLine();
    this.actions.print({ kind: 'feed', dots });
  }

  print(element: PaperElement): void {
    this.actions.print(element);
    this.dirty = true;
  }

  cut(kind: 'full' | 'partial'): void {
    this.actions.cut(kind);
    this.setUp = false;
    this.dirty = false;
  }

  private read(byte: number): string {
    if (byte < 0x80) return String.fromCharCode(byte);
    if (this.page === null) this.actions.object(`byte ${byte} is printed with no code page chosen`);
    const char = characterOf(this.page ?? codePages.get(0) ?? '', byte);
    if (char === null) this.actions.object(`byte ${byte} is not in the chosen code page`);
    return char ?? '?';
  }
}

function plainStyle(): Style {
  return { bold: false, underlined: false, inverse: false, wide: 1, high: 1, cell: 12 };
}
