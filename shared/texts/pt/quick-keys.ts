import type { quickKeys as spanish } from '../es/quick-keys';
import type { Same } from '../same';

export const quickKeys = {
  title: 'Ordenar teclas rápidas',
  help: 'Escolha uma tecla e mova-a. Nesta ordem ficam na tela de venda; um favorito novo vai para o fim.',
  list: 'Teclas rápidas',
  place: '{{name}}: lugar {{place}} de {{count}}',
  steps: { first: 'Primeira', earlier: 'Antes', later: 'Depois', last: 'Última' },
  save: 'Salvar',
  tooFew: {
    what: 'Há menos de duas teclas rápidas.',
    todo: 'Marque produtos como favoritos com Ctrl+E para ordená-los.',
  },
} as const satisfies Same<typeof spanish>;
