export const interrupted = {
  region: 'Cobros interrumpidos',
  open: 'Venta {{sale}}: el programa se cerró en medio del cobro, que sigue abierto.',
  paid: 'Venta {{sale}}: se pagó mientras el programa estaba cerrado.',
  paidPrinting: 'Venta {{sale}}: está pagada; el programa se cerró mientras imprimía.',
  unpaid: 'Venta {{sale}}: el programa se cerró en medio del cobro; no se pagó y quedó anulada.',
  needsAttention: 'Venta {{sale}}: el programa se cerró en medio del cobro y hay que revisarla.',
  cashOpen: 'Sobre el mostrador quedaron {{cash}} en efectivo de esta venta.',
  cashUnpaid: 'Devolver al cliente los {{cash}} que dio en efectivo.',
  cashPaid: 'De ella, {{cash}} en efectivo.',
  see: 'Ver',
  acknowledge: 'Entendido',
} as const;
