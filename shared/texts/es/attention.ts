import type { Review } from '../../checkout/review';

export const attention = {
  line_one: '{{count}} cobro para revisar',
  line_other: '{{count}} cobros para revisar',
  open: 'Ver',
  heading: 'Revisar este cobro',
  title: 'Cobros para revisar',
  explained: 'En cada uno pasó algo que la caja no puede decidir sola. Las ventas siguientes se cobran igual.',
  none: 'No queda nada para revisar.',
  sale: 'Venta {{sale}}',
  stray: 'Operación {{payment}}',
  facts: {
    total: 'Importe de la venta',
    came: 'Entró',
    wentBack: 'Volvió al cliente',
    remains: 'Queda en la cuenta',
    payment: 'Operación',
    register: 'Caja',
    sale: 'Venta',
    reference: 'Referencia',
    when: 'Cuándo',
    approved: 'Se aprobó',
    found: 'Se encontró',
  },
  takenGoods: '¿El cliente se llevó la compra?',
  verify: { name: 'Verificar pago', explained: 'Vuelve a preguntar a Mercado Pago. No cambia nada por sí solo.' },
  link: {
    name: 'Vincular a la venta',
    explained: 'El cliente se llevó la compra: la venta queda pagada y se imprime su ticket.',
    confirm: 'Vincular e imprimir',
    busy: 'Preguntando a Mercado Pago…',
    done: 'Venta {{sale}} vinculada: quedó pagada y su ticket se imprime.',
    notes: ['El cliente se llevó la compra', 'El cliente mostró el pago aprobado', 'El cliente vuelve a retirarla'],
  },
  refund: {
    name: 'Devolver',
    explained: 'El dinero vuelve al cliente por Mercado Pago, todo o una parte.',
    underWay: 'Hay una devolución en camino.',
  },
  dismiss: {
    name: 'Cerrar con explicación',
    explained: 'No se mueve dinero ni se imprime nada. Queda anotado quién lo cerró y por qué.',
    explainedHeld:
      'Quedan {{amount}} en la cuenta: no se devuelven ni se imprime nada. Queda anotado quién lo cerró y por qué.',
    confirm: 'Cerrar el caso',
    busy: 'Cerrando…',
    done: 'Caso cerrado: {{what}}.',
  },
  linkStray: {
    name: 'Es de una venta',
    explained: 'Queda anotado de qué venta es este pago. No se imprime nada.',
    number: 'Número de venta',
    numberProblem: { what: 'Falta el número de la venta.', todo: 'Está en el ticket y en la lista de Ventas.' },
    confirm: 'Anotar la venta',
    busy: 'Anotando…',
    notes: ['Coincide el importe y la hora', 'El cliente mostró el ticket', 'Estaba anotada en papel'],
  },
  seeSale: 'Ver la venta',
  reasons: {
    stillInProcess: {
      what: 'Mercado Pago todavía no decidió el pago de un cobro cancelado. Puede tardar.',
      todo: 'No entregar la compra. La caja avisa aquí si se aprueba; si se rechaza, queda cancelado solo.',
    },
    paidShort: {
      what: 'El cliente pagó menos que el total y Mercado Pago cerró la orden.',
      todo: 'Cobrar la diferencia en otra venta y cerrarlo, o devolver lo que entró.',
    },
    paidAfterCancel: {
      what: 'Entró un pago después de cancelar el cobro.',
      todo: 'Si el cliente se llevó la compra, vincularlo a la venta. Si no, devolverlo.',
    },
    paidLate: {
      what: 'Entró un pago después de que venciera el cobro.',
      todo: 'Si el cliente se llevó la compra, vincularlo a la venta. Si no, devolverlo.',
    },
    refunded: {
      what: 'El pago de este cobro fue devuelto fuera de la caja, en todo o en parte.',
      todo: 'No entregar la compra. Mirar la operación en Mercado Pago y cerrarlo con una explicación.',
    },
    otherCurrency: {
      what: 'Llegó un pago en otra moneda.',
      todo: 'No entregar. Revisar la operación en Mercado Pago.',
    },
    otherCollector: {
      what: 'El pago lo recibió otra cuenta de Mercado Pago.',
      todo: 'No entregar. Revisar en Configuración que la cuenta y la caja sean de este negocio.',
    },
    notVerified: {
      what: 'No se pudo saber si este cobro se pagó: la cuenta dejó de responder y el cobro venció.',
      todo: 'Buscar la referencia en Mercado Pago antes de entregar. Si la cuenta vuelve, verificar aquí.',
    },
    paidTwice: {
      what: 'El cliente pagó dos veces: hay {{amount}} de más.',
      todo: 'La venta ya está cobrada. Devolver lo que sobra.',
    },
    paidOver: {
      what: 'El cliente pagó {{amount}} de más.',
      todo: 'La venta ya está cobrada. Devolver lo que sobra.',
    },
    reversed: {
      what: 'De esta venta ya cobrada se fueron {{amount}} sin que la caja los devolviera.',
      todo: 'Puede ser una devolución hecha en Mercado Pago o un reclamo del cliente. Mirar la operación y cerrarlo con una explicación.',
    },
  } satisfies Record<Review['reason'], { what: string; todo: string }>,
  strayReason: {
    what: 'Entró un pago de {{amount}} que esta caja no tiene anotado.',
    todo: 'Puede ser de una venta anterior a recuperar una copia de los datos. Decidir qué fue.',
  },
  /** What people mostly say when they close a case; one tap each. */
  dismissNotes: {
    unsold: ['Ya se devolvió desde Mercado Pago', 'Se cobró de otra forma', 'El cliente retira la compra otro día'],
    short: ['La diferencia se cobró aparte', 'Se acordó con el cliente', 'Ya se devolvió desde Mercado Pago'],
    surplus: ['El cliente lo dejó a cuenta', 'Ya se devolvió por otro medio', 'Es el pago de otra venta'],
    gone: ['La devolución la hizo el encargado', 'El cliente hizo un reclamo', 'Se arregló con el cliente'],
    elsewhere: ['Se revisó en Mercado Pago', 'Se arregló con el cliente', 'Fue una prueba'],
  },
} as const;
