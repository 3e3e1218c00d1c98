import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');

type Scheme = 'light' | 'dark';

/** The colours that the blocks with these selectors set in a scheme, later ones over earlier ones, as the browser would. */
function palette(scheme: Scheme, ...selectors: readonly string[]): Map<string, string> {
  const blocks = [...css.matchAll(/^(:root\S*) \{([^}]*)\}/gm)];
  const applying = blocks.filter(([, selector = '']) => selectors.includes(selector));
  const colours = /--([\w-]+): (?:light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)|(#[0-9a-f]{3,6}));/g;
  const declarations = applying.flatMap(([, , body = '']) => [...body.matchAll(colours)]);
  return new Map(
    declarations.map(([, name = '', light = '', dark = '', both]) => [
      name,
      both ?? (scheme === 'light' ? light : dark),
    ]),
  );
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const more = ":root[data-contrast='more']";
const palettes = {
  light: palette('light', ':root'),
  dark: palette('dark', ':root'),
  'light high contrast': palette('light', ':root', more),
  'dark high contrast': palette('dark', ':root', more),
};

/** Text that decides money, on its ground. */
const decisive = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink', 'accent-wash'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'sheet'],
  ['on-accent', 'accent'],
  ['on-state', 'waiting'],
  ['waiting-ink', 'waiting-wash'],
  ['waiting-ink', 'sheet'],
  ['on-state', 'asking'],
  ['asking-ink', 'asking-wash'],
  ['asking-ink', 'sheet'],
  ['on-paid', 'paid'],
  ['on-attention', 'attention'],
  ['attention-ink', 'attention-wash'],
  ['attention-ink', 'sheet'],
  ['on-state', 'refused'],
  ['refused-ink', 'refused-wash'],
  ['refused-ink', 'sheet'],
  ['on-state', 'offline'],
  ['offline-ink', 'offline-wash'],
  ['offline-ink', 'sheet'],
] as const;

describe.each(Object.entries(palettes))('in the %s palette', (_name, colours) => {
  test.each(decisive)('%s on %s can be read from afar', (text, ground) => {
    expect(contrast(colours.get(text) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(7);
  });

  test('what rests can still be read', () => {
    expect(contrast(colours.get('ink-rest') ?? '', colours.get('paper') ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

test('the palettes are four, and each is read whole', () => {
  const names = Object.values(palettes).map((colours) => [...colours.keys()].sort().join());
  expect(new Set(names).size).toBe(1);
  expect(new Set(Object.values(palettes).map((colours) => JSON.stringify([...colours]))).size).toBe(4);
});

test('green is the colour of paid only', () => {
  const isGreen = (colour: string) => {
    const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
    return green > red * 1.35 && green > blue * 1.35;
  };
  for (const colours of Object.values(palettes)) {
    const greens = [...colours].filter(([, colour]) => isGreen(colour)).map(([name]) => name);
    expect(greens).toEqual(['paid', 'paid-deep']);
  }
});
