import type { app as spanish } from '../es/app';
import type { Same } from '../same';

export const app = {
  practice: 'TREINAMENTO – não é dinheiro de verdade',
  loading: 'Abrindo o caixa…',
  close: 'Fechar',
  failedToLoad: 'A tela não conseguiu falar com o programa do caixa.',
  failedToLoadTodo: 'Tente de novo. Se continuar, feche e abra o programa: a venda está salva.',
  tryAgain: 'Tentar de novo',
  crashed: 'A tela teve um problema',
  crashedTodo: 'A venda está salva. Ao abrir a tela de novo, tudo continua onde estava.',
  reload: 'Abrir a tela de novo',
  notices: 'Avisos',
  dismiss: 'Entendi',
} as const satisfies Same<typeof spanish>;
