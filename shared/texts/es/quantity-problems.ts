export const quantityProblems = {
  notANumber: { what: 'Eso no es una cantidad.', todo: 'Escribirla solo con números.' },
  notWhole: { what: 'Este producto se vende entero.', todo: 'Escribir una cantidad sin decimales.' },
  tooPrecise: { what: 'El peso llega hasta el gramo.', todo: 'Escribirlo con tres decimales como mucho.' },
  zero: { what: 'La cantidad es cero.', todo: 'Escribir una mayor, o quitar el renglón con Supr.' },
  tooLarge: { what: 'La cantidad es demasiado grande.', todo: 'Escribir una menor que 10.000.' },
} as const;
