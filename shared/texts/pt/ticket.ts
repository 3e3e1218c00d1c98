import type { ticket as spanish } from '../es/ticket';
import type { Same } from '../same';

export const ticket = {
  region: 'Recibo',
  printing: 'Imprimindo o recibo…',
  printed: 'Recibo impresso',
  reprinted: 'Reimpressão {{copy}} impressa',
  waiting: 'Aguardando a impressora',
  failed: 'O recibo não saiu',
  question: 'O recibo saiu?',
  yes: 'Sim, saiu',
  no: 'Não: reimprimir',
  print: 'Imprimir',
  reprint: 'Reimprimir',
  answerFirst: 'Responda aqui, ou toque em Nova venda para continuar sem responder.',
  asked: 'Reimpressão pedida por {{by}} · {{when}}',
} as const satisfies Same<typeof spanish>;
