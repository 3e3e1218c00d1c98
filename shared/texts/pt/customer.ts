import type { customer as spanish } from '../es/customer';
import type { Same } from '../same';

export const customer = {
  window: 'Tela do cliente',
  welcome: 'Olá',
  yourSale: 'A compra',
  above_one: 'Antes, {{count}} item',
  above_other: 'Antes, {{count}} itens',
  discount: 'Desconto',
  total: 'Total',
  toPay: 'A pagar',
  preparing: 'Preparando a cobrança…',
  scan: 'Escaneie o QR com o app para pagar',
  rejected: 'O pagamento foi recusado',
  rejectedTodo: 'Dá para tentar com outro meio de pagamento, com o mesmo QR.',
  checking: 'Confirmando com o Mercado Pago…',
  paid: 'Pago',
  thanks: 'Obrigado pela compra',
  notCharged: 'Nada foi cobrado',
  ask: 'Um momento, por favor',
  askTodo: 'No caixa estão conferindo esta cobrança.',
  qrAlt: 'QR do caixa',
} as const satisfies Same<typeof spanish>;
