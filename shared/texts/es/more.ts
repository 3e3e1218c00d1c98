export const more = {
  title: 'Más',
  open: 'Más…',
  list: 'Lo que se usa poco',
  shift: 'Turno',
  shiftOpen: 'Abrir turno',
  cashIn: 'Ingresar efectivo',
  cashOut: 'Retirar efectivo',
  printX: 'Parcial X',
  closeShift: 'Cerrar turno',
  earlierShifts: 'Turnos anteriores',
  reports: 'Informes',
  quickKeys: 'Ordenar teclas rápidas',
} as const;
