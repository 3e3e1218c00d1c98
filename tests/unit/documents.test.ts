import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutStateSchema } from '../../shared/checkout/state';
import { es } from '../../shared/texts/es';
import { rioplatense } from '../../shared/texts/rioplatense';
import { textLeaves } from '../support/text-leaves';

const read = (...path: string[]) => readFileSync(join(import.meta.dirname, '..', '..', ...path), 'utf8');

describe('ARCHITECTURE.md', () => {
  it('lists exactly the states of a checkout, in their order', () => {
    const table = /\| state \| what is true[\s\S]*?\n\n/.exec(read('ARCHITECTURE.md'))?.[0] ?? '';
    const listed = [...table.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
    expect(listed).toEqual(checkoutStateSchema.options.map(({ shape }) => shape.kind.value));
  });
});

describe('the manuals', () => {
  const said = new Map([...textLeaves(es), ...textLeaves(rioplatense)].map(({ key, text }) => [key, text]));
  const screens = [...said.values()].map((text) => text.replace(/\{\{\w+\}\}/g, '…'));
  // One word alone is found in the middle of anything.
  const isOnScreen = (words: string) =>
    screens.some(
      (text) => text === words || text.startsWith(`${words}:`) || (/\s/.test(words) && text.includes(words)),
    );

  it.each(['manual-cajero.md', 'manual-encargado.md'])('%s quotes the screens word for word', (file) => {
    const quoted = [...read('docs', file).matchAll(/(?<![*\w])\*(?![*\s])([^*]+)\*/g)]
      .map(([, words = '']) => words.replace(/\s+/g, ' ').replace(/\d+/g, '…'))
      // A way to somewhere is several: "Configuración, Personas".
      .flatMap((words) => (isOnScreen(words) ? [] : words.split(', ')));
    expect(quoted.filter((words) => !isOnScreen(words))).toEqual([]);
  });

  it.each(['manual-cajero.md', 'manual-encargado.md'])('%s shows pictures that are there', (file) => {
    const pictures = [...read('docs', file).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((path) => !existsSync(join(import.meta.dirname, '..', '..', 'docs', path)))).toEqual([]);
  });
});
