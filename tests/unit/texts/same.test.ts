import { expect, test } from 'vitest';
import type { Same } from '../../../shared/texts/same';

interface Words {
  readonly title: 'Ventas';
  readonly notes: readonly ['una', 'dos'];
  readonly said: (count: number) => string;
}
const said = (count: number) => String(count);

test('words of another language fit where every one is there', () => {
  const fitting = { title: 'Vendas', notes: ['uma', 'duas'], said } as const satisfies Same<Words>;
  expect(fitting.title).toBe('Vendas');
});

test('a missing word, a superfluous one and a shorter list do not compile', () => {
  // @ts-expect-error a word is missing
  const missing = { notes: ['uma', 'duas'], said } as const satisfies Same<Words>;
  // @ts-expect-error nobody reads it
  const superfluous = { title: 'Vendas', notes: ['uma', 'duas'], said, more: 'mais' } as const satisfies Same<Words>;
  // @ts-expect-error one note is missing
  const shorter = { title: 'Vendas', notes: ['uma'], said } as const satisfies Same<Words>;
  expect([missing, superfluous, shorter]).toHaveLength(3);
});
