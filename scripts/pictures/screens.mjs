import { click, openTab, press, scrollTo, see, type } from './steps.mjs';

/**
 * @typedef {object} Screen
 * @property {string} name of its picture
 * @property {string} query which screen of renderer/dev, see its main.ts
 * @property {readonly import('./steps.mjs').Step[]} [steps] what is done before the picture is taken
 * @property {number} [zoom] 1.5: with the text at 150 %
 */

const settings = press('F10');

/** Every screen that is worth a look, in the order of a till's life. @type {readonly Screen[]} */
export const screens = [
  { name: 'setup-welcome', query: 'scene=firstRun' },
  { name: 'setup-account', query: 'scene=firstRun', steps: [openTab(/^Cuenta/)] },
  { name: 'setup-register', query: 'scene=empty', steps: [settings, openTab(/^Sucursal y caja/)] },
  {
    name: 'setup-register-qr',
    query: 'scene=empty',
    steps: [settings, openTab(/^Sucursal y caja/), scrollTo('QR de esta caja')],
  },
  { name: 'setup-relay', query: 'scene=firstRun', steps: [openTab(/^Relay/)] },
  { name: 'setup-printer', query: 'scene=noPeople', steps: [settings, openTab(/^Impresora/)] },
  { name: 'setup-ticket', query: 'scene=empty', steps: [settings, openTab(/^Ticket/)] },
  { name: 'setup-finish', query: 'scene=empty', steps: [settings, openTab(/^Resumen/)] },
  { name: 'setup-charge', query: 'scene=empty', steps: [settings, openTab(/^Cobro/)] },
  { name: 'setup-selling', query: 'scene=empty', steps: [settings, openTab(/^Venta/)] },
  { name: 'setup-people', query: 'scene=managerHere', steps: [settings, openTab(/^Personas/)] },
  { name: 'setup-appearance', query: 'scene=empty', steps: [settings, openTab(/^Pantalla y sonido/)] },
  {
    name: 'setup-products',
    query: 'scene=empty',
    steps: [settings, openTab('Productos'), click('Elegir archivo…')],
  },
  {
    name: 'setup-diagnostics',
    query: 'scene=empty',
    steps: [settings, openTab('Diagnóstico'), click(/^Probar/)],
  },
  { name: 'setup-history', query: 'scene=empty', steps: [settings, openTab('Historial')] },

  { name: 'locked', query: 'scene=locked', steps: [type('25')] },
  { name: 'permission', query: 'scene=cashier', steps: [settings] },
  { name: 'shift-open', query: 'scene=shiftMissing', steps: [press('Control+T')] },
  { name: 'sale-empty', query: 'scene=empty' },
  { name: 'sale', query: 'scene=typed' },
  { name: 'sale-long', query: 'scene=discounted' },
  { name: 'sale-search', query: 'scene=empty', steps: [type('agua')] },
  { name: 'sale-unknown-code', query: 'scene=empty', steps: [type('7790001999999'), press('Enter')] },
  { name: 'sale-free-amount', query: 'scene=typed', steps: [press('F4'), type('1500')] },
  { name: 'sale-discount', query: 'scene=typed', steps: [press('Control+D'), type('10%')] },
  { name: 'sale-note', query: 'scene=typed', steps: [press('Control+N'), type('Sin azúcar')] },
  { name: 'sale-price', query: 'scene=typed', steps: [press('Control+P'), type('2500')] },
  { name: 'held', query: 'scene=held', steps: [press('Control+R')] },
  { name: 'product', query: 'scene=typed', steps: [press('Control+E')] },
  { name: 'quick-keys', query: 'scene=typed', steps: [press('F11'), click('Ordenar teclas rápidas')] },
  { name: 'more', query: 'scene=shiftOpen', steps: [press('F11')] },
  { name: 'help', query: 'scene=typed', steps: [press('F1')] },

  { name: 'charge', query: 'scene=awaiting' },
  { name: 'charge-qr-on-screen', query: 'scene=awaitingQr' },
  { name: 'charge-rejected', query: 'scene=refused' },
  { name: 'charge-cancel-question', query: 'scene=awaiting', steps: [click('Cancelar')] },
  { name: 'charge-offline', query: 'scene=offline' },
  { name: 'paid', query: 'scene=paid' },
  { name: 'paid-ticket-question', query: 'scene=paidAsk' },
  { name: 'cash', query: 'scene=typed', steps: [press('F5'), type('30000')] },
  { name: 'cash-and-qr', query: 'scene=typed', steps: [press('F9'), type('5000')] },
  { name: 'cash-paid', query: 'scene=cashPaid' },
  { name: 'customer-sale', query: 'scene=typed&screen=customer' },
  { name: 'customer-charge', query: 'scene=awaiting&screen=customer' },
  { name: 'customer-paid', query: 'scene=paid&screen=customer' },

  { name: 'sales', query: 'scene=sales', steps: [press('F7')] },
  { name: 'sales-story', query: 'scene=sales', steps: [press('F7'), click(/001284/), click('Ver historia')] },
  { name: 'refund', query: 'scene=sales', steps: [press('F7'), click(/001284/), click('Devolver')] },
  { name: 'refund-list', query: 'scene=refunds', steps: [click('Ver')] },
  { name: 'attention-list', query: 'scene=review', steps: [press('F12')] },
  { name: 'attention-case', query: 'scene=reviewOne', steps: [press('F12')] },
  { name: 'interrupted', query: 'scene=interrupted' },
  { name: 'lease-elsewhere', query: 'scene=elsewhere' },
  { name: 'disk-full', query: 'scene=diskFull' },

  { name: 'shift', query: 'scene=shiftOpen', steps: [press('Control+T')] },
  { name: 'shift-count', query: 'scene=shiftOpen', steps: [press('F11'), click('Cerrar turno')] },
  {
    name: 'shift-earlier',
    query: 'scene=shiftOpen',
    steps: [press('F11'), click('Turnos anteriores'), click(/Turno 11/)],
  },
  { name: 'reports', query: 'scene=typed', steps: [press('F11'), click('Informes'), see('Por cajero')] },

  { name: 'portuguese', query: 'scene=brazil' },
  { name: 'portuguese-setup', query: 'scene=firstRun&language=pt-BR' },
  { name: 'dark', query: 'scene=typed&theme=dark' },
  { name: 'high-contrast', query: 'scene=typed&contrast=more' },
  { name: 'large-text', query: 'scene=typed', zoom: 1.5 },
  { name: 'large-text-charge', query: 'scene=awaiting', zoom: 1.5 },
  { name: 'large-text-cash', query: 'scene=typed', zoom: 1.5, steps: [press('F5'), type('30000')] },
  { name: 'large-text-paid', query: 'scene=paidAsk', zoom: 1.5 },
  { name: 'large-text-shift', query: 'scene=shiftMissing', zoom: 1.5, steps: [press('Control+T')] },
];
