import type { amountProblems as spanish } from '../es/amount-problems';
import type { Same } from '../same';

export const amountProblems = {
  empty: { what: 'Falta o valor.', todo: 'Digite o valor, por exemplo {{example}}.' },
  notANumber: { what: 'Isso não é um valor.', todo: 'Use apenas números, por exemplo {{example}}.' },
  ambiguous: {
    what: 'Esse valor pode ser lido de duas formas.',
    todo: 'Digite assim: {{example}}.',
  },
  tooManyDecimals: { what: 'Os centavos têm dois dígitos.', todo: 'Digite assim: {{example}}.' },
  noDecimals: { what: 'Aqui os valores não têm centavos.', todo: 'Digite o valor inteiro, por exemplo {{example}}.' },
  zero: { what: 'O valor é zero.', todo: 'Digite um valor maior que zero.' },
  tooLarge: {
    what: 'O valor passa do máximo de uma venda, {{max}}.',
    todo: 'Digite um valor menor ou divida a venda.',
  },
} as const satisfies Same<typeof spanish>;
