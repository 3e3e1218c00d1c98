export const amountProblems = {
  empty: { what: 'Falta el importe.', todo: 'Escribirlo, por ejemplo {{example}}.' },
  notANumber: { what: 'Eso no es un importe.', todo: 'Escribirlo solo con números, por ejemplo {{example}}.' },
  ambiguous: {
    what: 'Ese importe se puede leer de dos maneras.',
    todo: 'Escribirlo como {{example}}.',
  },
  tooManyDecimals: { what: 'Los centavos llevan dos cifras.', todo: 'Escribirlo como {{example}}.' },
  noDecimals: { what: 'Aquí los importes no llevan centavos.', todo: 'Escribirlo entero, por ejemplo {{example}}.' },
  zero: { what: 'El importe es cero.', todo: 'Escribir uno mayor que cero.' },
  tooLarge: { what: 'El importe pasa el máximo de una venta, {{max}}.', todo: 'Escribir uno menor o dividirlo.' },
} as const;
