import type { line as spanish } from '../es/line';
import type { Same } from '../same';

export const line = {
  discount: 'Desconto',
  note: 'Observação',
  price: 'Preço',
  subtotal: 'Subtotal',
  saleDiscount: 'Desconto na venda',
  discounted: 'Desconto',
  priceChanged: 'Preço mudado. Era',
  apply: 'Aplicar',
  of: 'Sobre o quê',
  ofLine: '{{name}} · {{amount}}',
  ofSale: 'A venda toda · {{amount}}',
  discountField: 'Quanto',
  discountHelp: 'Com o sinal é porcentagem: 10%. Sem ele é valor: 500.',
  leaves: 'Fica em {{amount}}: desconto de {{off}}.',
  take: 'Remover desconto',
  discountProblems: {
    percent: { what: 'Isso não é uma porcentagem.', todo: 'Digite uma de 0,01 a 100, como 12,5%.' },
    tooMuch: { what: 'O desconto passa do valor, {{amount}}.', todo: 'Digite um menor.' },
  },
  noteField: 'Observação para este item',
  noteHelp: 'Sai impressa embaixo do produto.',
  noteTake: 'Remover observação',
  priceField: 'Preço de {{name}}',
  priceHelp: 'Vale só para esta venda. No catálogo: {{price}}.',
  priceHelpFree: 'Vale só para este item.',
  priceBack: 'Voltar para {{price}}',
} as const satisfies Same<typeof spanish>;
