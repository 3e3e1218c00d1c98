import { minor } from '../../shared/money';
import { quantitySchema, units } from '../../shared/quantity';
import type { SaleTicket } from '../../shared/ticket/ticket';
import { aTicket, aTicketLine } from '../support/a-ticket';

/** Eight lines, as a corner shop sells them: long names, weights, accents. */
export const typicalTicket: SaleTicket = aTicket({
  lines: [
    aTicketLine(),
    aTicketLine({
      name: 'Queso cremoso de campo',
      quantity: quantitySchema.parse(350),
      unit: 'kg',
      unitPrice: minor(987_651),
      total: minor(345_678),
    }),
    aTicketLine({
      name: 'Ñoquis de papa caseros con espinaca y ricota, bandeja familiar',
      quantity: units(2),
      unitPrice: minor(189_950),
      total: minor(379_900),
    }),
    aTicketLine({ name: 'Alfajor de chocolate', unitPrice: minor(90_000), total: minor(90_000) }),
    aTicketLine({ name: 'Café con leche', quantity: units(2), unitPrice: minor(240_000), total: minor(480_000) }),
    aTicketLine({ name: 'Agua mineral sin gas 500 ml', unitPrice: minor(110_050), total: minor(110_050) }),
    aTicketLine({
      name: 'Pan francés',
      quantity: quantitySchema.parse(1250),
      unit: 'kg',
      unitPrice: minor(260_000),
      total: minor(325_000),
    }),
    aTicketLine({ name: 'Medialunas de manteca x 6', unitPrice: minor(310_000), total: minor(310_000) }),
  ],
  total: minor(2_475_628),
});
