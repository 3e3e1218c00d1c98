import { minor } from '../../shared/money';
import type { Product } from '../../shared/sale';

const kinds =
  'Galletitas Yerba Azúcar Café Leche Queso Pan Agua Gaseosa Cerveza Vino Jabón Champú Arroz Fideos Aceite Harina Té Mermelada Alfajor';
const sorts =
  'dulce salado integral light clásico premium familiar mini doble triple orgánico blanco tinto rojo verde negro';
const makers = 'Del Valle,La Esquina,Los Álamos,Don Ramón,Ñandubay,El Trébol,Río Hondo,San Martín,Tres Marías,Buen Día';

/** A catalogue as a large store's: names of few words that many products share. */
export function manyProducts(count: number): readonly Product[] {
  const [kind, sort, maker] = [kinds.split(' '), sorts.split(' '), makers.split(',')];
  const pick = (words: readonly string[], index: number) => words[index % words.length] ?? '';
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    code: String(7_790_000_000_000 + index * 7),
    name: `${pick(kind, index)} ${pick(sort, index * 7)} ${pick(maker, index * 13)} ${index} g`,
    price: minor(1_000 + index),
    unit: 'unit' as const,
    category: pick(kind, index),
    favourite: index % 5_000 === 0,
    tax: null,
  }));
}
