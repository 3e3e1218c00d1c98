import type { interrupted as spanish } from '../es/interrupted';
import type { Same } from '../same';

export const interrupted = {
  region: 'Cobranças interrompidas',
  open: 'Venda {{sale}}: o programa foi fechado no meio da cobrança, que continua aberta.',
  paid: 'Venda {{sale}}: foi paga enquanto o programa estava fechado.',
  paidPrinting: 'Venda {{sale}}: está paga; o programa foi fechado enquanto imprimia.',
  unpaid: 'Venda {{sale}}: o programa foi fechado no meio da cobrança; não foi paga e ficou cancelada.',
  needsAttention: 'Venda {{sale}}: o programa foi fechado no meio da cobrança e é preciso conferir.',
  cashOpen: 'No balcão ficaram {{cash}} em dinheiro desta venda.',
  cashUnpaid: 'Devolva ao cliente os {{cash}} que ele deu em dinheiro.',
  cashPaid: 'Dela, {{cash}} em dinheiro.',
  see: 'Ver',
  acknowledge: 'Entendi',
} as const satisfies Same<typeof spanish>;
