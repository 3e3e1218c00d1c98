export const disk = {
  region: 'Disco lleno',
  full: 'No hay lugar en el disco: no se puede cobrar',
  fullTodo: 'Quedan {{free}}. Borrar o mover archivos de esta computadora, por ejemplo descargas o videos.',
  fullAfter: 'La caja vuelve a cobrar sola en cuanto haya lugar. La venta queda como está.',
} as const;
