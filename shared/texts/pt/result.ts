import type { result as spanish } from '../es/result';
import type { Same } from '../same';

export const result = {
  region: 'Resultado da cobrança',
  paid: 'Pago',
  paidBy: 'Mercado Pago QR',
  payment_one: 'Operação {{ids}}',
  payment_other: 'Operações {{ids}}',
  at: '{{time}} h',
  givenBack: 'Estornado: {{amount}}',
  review: 'Conferir',
  reviewed: {
    refunded: 'Conferido: o dinheiro foi estornado',
    dismissed: 'Conferido e encerrado',
  },
  decided: '{{note}} · {{by}}, {{when}}',
  next: 'Nova venda',
  back: 'Voltar para a venda',
  other: 'Continuar com outra venda',
  paidBoth: 'Dinheiro {{cash}} e Mercado Pago QR {{due}}',
  cashBack: 'Devolva {{cash}} em dinheiro ao cliente.',
  cashBackTodo: 'O resto não foi pago com QR: a venda não foi cobrada e esse dinheiro não é do caixa.',
  cancelled: 'Cobrança cancelada',
  cancelledTodo: 'Não entrou nenhum pagamento e o QR não cobra mais. A venda continua pronta para cobrar ou mudar.',
  expired: 'O tempo acabou',
  expiredTodo: 'Ninguém pagou e o QR não cobra mais. A venda continua pronta para cobrar de novo.',
  rejected: 'A cobrança não pôde ser feita',
  scanIgnored: 'O que foi escaneado não entrou: comece primeiro a próxima venda.',
} as const satisfies Same<typeof spanish>;
