export const unreadable = {
  line_one: 'Hay {{count}} cobro guardado que este programa no puede leer.',
  line_other: 'Hay {{count}} cobros guardados que este programa no puede leer.',
  todo: 'Siguen guardados como estaban. Avisar a quien mantiene la caja.',
} as const;
