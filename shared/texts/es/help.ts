import type { HotkeyWords } from '../../hotkeys';

/** What each key does, as the help sheet says it. */
const keys: HotkeyWords = {
  help: 'Esta ayuda',
  search: 'Ir al campo para escanear o buscar',
  quantity: 'Cantidad del renglón elegido',
  freeAmount: 'Cargar un importe libre',
  cash: 'Cobrar en efectivo',
  clear: 'Vaciar la venta',
  sales: 'Ventas: buscar, ver y reimprimir',
  pay: 'Cobrar con QR',
  mixed: 'Una parte en efectivo y el resto con QR',
  setup: 'Configuración',
  more: 'Lo que se usa poco: turno, efectivo',
  review: 'Cobros para revisar',
  discount: 'Descuento al renglón o a la venta',
  note: 'Nota en el renglón elegido',
  price: 'Cambiar el precio del renglón elegido',
  product: 'Crear un producto, o editar el del renglón',
  hold: 'Dejar la venta en espera',
  resume: 'Retomar una venta en espera',
  shift: 'Turno',
  lock: 'Bloquear la pantalla o cambiar de cajero',
  verify: 'Preguntar ahora si se pagó',
};

export const help = {
  title: 'Teclas',
  keysTitle: 'En cualquier momento',
  ctrlTitle: 'Con Ctrl',
  fieldTitle: 'En el campo',
  keys,
  field: {
    code: { key: 'código Enter', does: 'Agregar por código' },
    many: { key: '3*código', does: 'Agregar tres' },
    quantity: { key: '3* Enter', does: 'Poner tres en el renglón elegido' },
    more: { key: '+ −', does: 'Uno más o uno menos' },
    remove: { key: 'Supr', does: 'Quitar el renglón elegido' },
    choose: { key: '↑ ↓', does: 'Elegir renglón o resultado' },
    escape: { key: 'Esc', does: 'Borrar lo escrito o volver' },
  },
} as const;
