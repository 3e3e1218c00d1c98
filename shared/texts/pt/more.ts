import type { more as spanish } from '../es/more';
import type { Same } from '../same';

export const more = {
  title: 'Mais',
  open: 'Mais…',
  list: 'O que se usa pouco',
  shift: 'Turno',
  shiftOpen: 'Abrir turno',
  cashIn: 'Fazer suprimento',
  cashOut: 'Fazer sangria',
  printX: 'Parcial X',
  closeShift: 'Fechar turno',
  earlierShifts: 'Turnos anteriores',
  reports: 'Relatórios',
  quickKeys: 'Ordenar teclas rápidas',
} as const satisfies Same<typeof spanish>;
