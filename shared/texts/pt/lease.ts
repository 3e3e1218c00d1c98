import type { lease as spanish } from '../es/lease';
import type { Same } from '../same';

export const lease = {
  region: 'Caixa em uso em outro computador',
  what: 'Este caixa está em uso em «{{holder}}» desde {{when}}',
  nameless: 'outro computador',
  todo: 'Enquanto isso não dá para cobrar aqui: cada caixa cobra em um único computador.',
  takeOver: 'Usar o caixa neste computador',
  taking: 'Passando o caixa…',
  question: 'Usar o caixa neste computador?',
  explained:
    '«{{holder}}» não poderá começar cobranças a partir daí; uma que já começou segue até o fim. Quem administra o caixa decide.',
  yes: 'Sim, cobrar neste',
  no: 'Não, deixar lá',
} as const satisfies Same<typeof spanish>;
