import type { unreadable as spanish } from '../es/unreadable';
import type { Same } from '../same';

export const unreadable = {
  line_one: 'Há {{count}} cobrança salva que este programa não consegue ler.',
  line_other: 'Há {{count}} cobranças salvas que este programa não consegue ler.',
  todo: 'Continuam salvas como estavam. Avise quem dá suporte ao caixa.',
} as const satisfies Same<typeof spanish>;
