import { expect, test } from 'vitest';
import { nearestLocale } from '../../../shared/system-locale';

test.each([
  ['es-CL', 'es-CL'],
  ['pt-BR', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['es', 'es-AR'],
  ['es-ES', 'es-AR'],
  ['en-US', 'es-AR'],
  ['und', 'es-AR'],
])('a computer that speaks %s is spoken to in %s before the store is known', (tag, locale) => {
  expect(nearestLocale(tag)).toBe(locale);
});
