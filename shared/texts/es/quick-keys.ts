export const quickKeys = {
  title: 'Ordenar teclas rápidas',
  help: 'Elegir una tecla y moverla. En este orden quedan en la pantalla de venta; un favorito nuevo va al final.',
  list: 'Teclas rápidas',
  place: '{{name}}: lugar {{place}} de {{count}}',
  steps: { first: 'Primera', earlier: 'Antes', later: 'Después', last: 'Última' },
  save: 'Guardar',
  tooFew: {
    what: 'Hay menos de dos teclas rápidas.',
    todo: 'Marcar productos como favoritos con Ctrl+E para ordenarlos.',
  },
} as const;
