import type { slip as spanish } from '../es/slip';
import type { Same } from '../same';

export const slip = {
  region: 'Comprovante do estorno',
  printing: 'Imprimindo o comprovante…',
  printed: 'Comprovante impresso',
  reprinted: 'Reimpressão {{copy}} do comprovante impressa',
  waiting: 'O comprovante aguarda a impressora',
  failed: 'O comprovante não saiu',
  question: 'O comprovante saiu?',
  yes: 'Sim, saiu',
  no: 'Não, imprimir de novo',
  print: 'Imprimir',
  reprint: 'Reimprimir',
} as const satisfies Same<typeof spanish>;
