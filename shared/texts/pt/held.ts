import type { held as spanish } from '../es/held';
import type { Same } from '../same';

export const held = {
  hold: 'Em espera',
  open: 'Em espera · {{count}}',
  holdTitle: 'Deixar a venda em espera',
  name: 'Nome (opcional)',
  nameHelp: 'Para reconhecer depois: quem deixou, ou a mesa.',
  holdNow: 'Deixar em espera',
  title: 'Vendas em espera',
  explained: 'A venda que está na tela, se tiver itens, fica em espera no lugar dela.',
  none: 'Não há vendas em espera.',
  nameless: 'Sem nome',
  discard: 'Descartar {{name}}',
  discardShort: 'Descartar',
  discardQuestion: 'Descartar esta venda?',
  discardYes: 'Sim, descartar',
  discardNo: 'Não, manter',
} as const satisfies Same<typeof spanish>;
