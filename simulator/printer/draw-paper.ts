import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { create as createQr } from 'qrcode';
import { dotsAcross, type Glyph, type PaperElement } from './paper';

const FONT = 'Printer';
const CELL_HEIGHT = 24;
const BASELINE = 18;
/** DejaVu Sans Mono is 0.602 em wide: at 20 pixels a character fills its 12 dots. */
const FONT_SIZE = { 12: 20, 9: 15 } as const;

const SIDE_MARGIN = 36;
const END_MARGIN = 28;
const TOOTH = 6;
const PAPER = '#fdfcf7';
const EDGE = '#d5d1c4';
const INK = '#1f1e1b';

/** A picture of what came out, one pixel a dot, with the margins and the cut edge that paper has. */
export async function drawPaper(elements: readonly PaperElement[], columns: number): Promise<Uint8Array> {
  registerFonts();
  const dots = dotsAcross(columns);
  const width = dots + 2 * SIDE_MARGIN;
  const height = elements.reduce((sum, element) => sum + heightOf(element), 2 * END_MARGIN);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  drawSheet(context, width, height);
  context.translate(SIDE_MARGIN, END_MARGIN);
  for (const element of elements) {
    drawElement(context, element, dots);
    context.translate(0, heightOf(element));
  }
  return canvas.encode('png');
}

function registerFonts(): void {
  if (GlobalFonts.has(FONT)) return;
  const { resolve } = createRequire(import.meta.url);
  for (const weight of ['', '-Bold']) {
    GlobalFonts.registerFromPath(resolve(`dejavu-fonts-ttf/ttf/DejaVuSansMono${weight}.ttf`), FONT);
  }
}

function heightOf(element: PaperElement): number {
  switch (element.kind) {
    case 'line':
      return element.advance;
    case 'feed':
      return element.dots;
    case 'picture':
      return element.rows;
    case 'qr':
      return createQr(element.data).modules.size * element.moduleDots;
  }
}

/** The sheet, torn against the teeth of the cutter at both ends. */
function drawSheet(context: SKRSContext2D, width: number, height: number): void {
  context.beginPath();
  context.moveTo(0, TOOTH);
  for (let x = 0; x < width; x += 2 * TOOTH) {
    context.lineTo(x + TOOTH, 0);
    context.lineTo(Math.min(x + 2 * TOOTH, width), TOOTH);
  }
  context.lineTo(width, height - TOOTH);
  for (let x = width; x > 0; x -= 2 * TOOTH) {
    context.lineTo(x - TOOTH, height);
    context.lineTo(Math.max(x - 2 * TOOTH, 0), height - TOOTH);
  }
  context.closePath();
  context.fillStyle = PAPER;
  context.fill();
  context.strokeStyle = EDGE;
  context.stroke();
}

function drawElement(context: SKRSContext2D, element: PaperElement, dots: number): void {
  if (element.kind === 'feed') return;
  context.save();
  context.translate(indent(element, dots), 0);
  if (element.kind === 'line') drawLine(context, element.glyphs);
  if (element.kind === 'picture') drawPicture(context, element);
  if (element.kind === 'qr') drawQr(context, element.data, element.moduleDots);
  context.restore();
}

function indent(element: Exclude<PaperElement, { kind: 'feed' }>, dots: number): number {
  const free = dots - widthOf(element);
  return element.align === 'left' ? 0 : Math.floor(element.align === 'center' ? free / 2 : free);
}

function widthOf(element: Exclude<PaperElement, { kind: 'feed' }>): number {
  if (element.kind === 'picture') return element.bytesPerRow * 8;
  if (element.kind === 'qr') return heightOf(element);
  const last = element.glyphs.at(-1);
  return last ? last.x + last.cell * last.wide : 0;
}

function drawLine(context: SKRSContext2D, glyphs: readonly Glyph[]): void {
  const tallest = Math.max(1, ...glyphs.map((glyph) => glyph.high));
  for (const glyph of glyphs) {
    context.save();
    // Characters of one line stand on one baseline, whatever their heights.
    context.translate(glyph.x, (tallest - glyph.high) * CELL_HEIGHT);
    context.scale(glyph.wide, glyph.high);
    drawGlyph(context, glyph);
    context.restore();
  }
}

function drawGlyph(context: SKRSContext2D, glyph: Glyph): void {
  if (glyph.inverse) {
    context.fillStyle = INK;
    context.fillRect(0, 0, glyph.cell, CELL_HEIGHT);
  }
  context.fillStyle = glyph.inverse ? PAPER : INK;
  if (glyph.underlined) context.fillRect(0, CELL_HEIGHT - 2, glyph.cell, 1);
  // Printers draw rules from cell to cell; the font's own would leave gaps between them.
  if (glyph.char === '─') context.fillRect(0, CELL_HEIGHT / 2, glyph.cell, 2);
  else if (glyph.char !== ' ') {
    context.font = `${glyph.bold ? 'bold ' : ''}${FONT_SIZE[glyph.cell]}px ${FONT}`;
    context.fillText(glyph.char, 0, BASELINE);
  }
}

function drawPicture(context: SKRSContext2D, picture: Extract<PaperElement, { kind: 'picture' }>): void {
  context.fillStyle = INK;
  picture.bits.forEach((byte, index) => {
    const x = (index % picture.bytesPerRow) * 8;
    const y = Math.floor(index / picture.bytesPerRow);
    for (let bit = 0; bit < 8; bit += 1) {
      if ((byte & (0x80 >> bit)) !== 0) context.fillRect(x + bit, y, 1, 1);
    }
  });
}

function drawQr(context: SKRSContext2D, data: string, moduleDots: number): void {
  const { modules } = createQr(data);
  context.fillStyle = INK;
  modules.data.forEach((dark, index) => {
    const x = (index % modules.size) * moduleDots;
    const y = Math.floor(index / modules.size) * moduleDots;
    if (dark !== 0) context.fillRect(x, y, moduleDots, moduleDots);
  });
}
