export const app = {
  practice: 'PRÁCTICA – no es dinero real',
  loading: 'Abriendo la caja…',
  close: 'Cerrar',
  failedToLoad: 'La pantalla no pudo hablar con el programa de la caja.',
  failedToLoadTodo: 'Intentar otra vez. Si sigue así, cerrar y abrir el programa: la venta está guardada.',
  tryAgain: 'Intentar otra vez',
  crashed: 'La pantalla tuvo un problema',
  crashedTodo: 'La venta está guardada. Al abrir otra vez la pantalla, todo sigue donde estaba.',
  reload: 'Abrir otra vez la pantalla',
  notices: 'Avisos',
  dismiss: 'Entendido',
} as const;
