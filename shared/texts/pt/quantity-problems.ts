import type { quantityProblems as spanish } from '../es/quantity-problems';
import type { Same } from '../same';

export const quantityProblems = {
  notANumber: { what: 'Isso não é uma quantidade.', todo: 'Use apenas números.' },
  notWhole: { what: 'Este produto é vendido inteiro.', todo: 'Digite uma quantidade sem decimais.' },
  tooPrecise: { what: 'O peso vai até o grama.', todo: 'Use no máximo três decimais.' },
  zero: { what: 'A quantidade é zero.', todo: 'Digite uma maior, ou remova o item com Del.' },
  tooLarge: { what: 'A quantidade é grande demais.', todo: 'Digite uma menor que 10.000.' },
} as const satisfies Same<typeof spanish>;
