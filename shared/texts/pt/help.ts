import type { HotkeyWords } from '../../hotkeys';
import type { help as spanish } from '../es/help';
import type { Same } from '../same';

/** What each key does, as the help sheet says it. */
const keys: HotkeyWords = {
  help: 'Esta ajuda',
  search: 'Ir para o campo de escanear ou buscar',
  quantity: 'Quantidade do item escolhido',
  freeAmount: 'Lançar um valor avulso',
  cash: 'Cobrar em dinheiro',
  clear: 'Esvaziar a venda',
  sales: 'Vendas: buscar, ver e reimprimir',
  pay: 'Cobrar com QR',
  mixed: 'Uma parte em dinheiro e o resto com QR',
  setup: 'Configurações',
  more: 'O que se usa pouco: turno, sangria, suprimento',
  review: 'Cobranças para conferir',
  discount: 'Desconto no item ou na venda',
  note: 'Observação no item escolhido',
  price: 'Mudar o preço do item escolhido',
  product: 'Criar um produto, ou editar o do item',
  hold: 'Deixar a venda em espera',
  resume: 'Retomar uma venda em espera',
  shift: 'Turno',
  lock: 'Bloquear a tela ou trocar de operador',
  verify: 'Perguntar agora se foi pago',
};

export const help = {
  title: 'Teclas',
  keysTitle: 'A qualquer momento',
  ctrlTitle: 'Com Ctrl',
  fieldTitle: 'No campo',
  keys,
  field: {
    code: { key: 'código Enter', does: 'Adicionar pelo código' },
    many: { key: '3*código', does: 'Adicionar três' },
    quantity: { key: '3* Enter', does: 'Colocar três no item escolhido' },
    more: { key: '+ −', does: 'Um a mais ou um a menos' },
    remove: { key: 'Del', does: 'Remover o item escolhido' },
    choose: { key: '↑ ↓', does: 'Escolher item ou resultado' },
    escape: { key: 'Esc', does: 'Apagar o digitado ou voltar' },
  },
} as const satisfies Same<typeof spanish>;
