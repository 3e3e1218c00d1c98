import { minor } from '../../shared/money';
import { quantitySchema, units } from '../../shared/quantity';
import { bytesPerRow, type Bitmap } from '../../shared/ticket/bitmap';
import type { RefundSlip, SaleTicket, TicketLine } from '../../shared/ticket/ticket';

export function aTicketLine(line: Partial<TicketLine> = {}): TicketLine {
  return {
    name: 'Yerba mate Playadito 1 kg',
    quantity: units(1),
    unit: 'unit',
    unitPrice: minor(435_000),
    total: minor(435_000),
    ...line,
  };
}

/** The ticket of a sale of a few ordinary things; whatever a test is about is handed in. */
export function aTicket(ticket: Partial<SaleTicket> = {}): SaleTicket {
  return {
    kind: 'sale',
    business: {
      name: 'Almacén Don José',
      address: 'Av. Pellegrini 1250, Rosario, Santa Fe',
      taxId: 'CUIT 30-12345678-9',
      footer: '¡Gracias por su compra!',
    },
    registerName: 'Mostrador',
    number: 123,
    paidAt: '2026-11-12T18:04:00.000Z',
    timeZone: 'America/Argentina/Buenos_Aires',
    locale: 'es-AR',
    currency: 'ARS',
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
      aTicketLine({ name: 'Alfajor', unitPrice: minor(90_000), total: minor(90_000) }),
    ],
    total: minor(1_250_578),
    payment: { ids: ['123456789012'], reference: 'CAJA01A7F3K9Q2M4X8Z6B1' },
    copy: 0,
    practice: false,
    ...ticket,
  };
}

/** A picture of the given size whose every byte is the next of the given ones, over and over. */
export function aBitmap(width: number, height: number, bytes: readonly number[] = [0xf0, 0x3c]): Bitmap {
  const bits = Array.from({ length: bytesPerRow(width) * height }, (_, index) => bytes[index % bytes.length] ?? 0);
  return { width, height, bits: bits.map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** The slip of a refund of part of a sale. */
export function aRefundSlip(slip: Partial<RefundSlip> = {}): RefundSlip {
  const { business, registerName, timeZone, locale, currency } = aTicket();
  return {
    kind: 'refund',
    business,
    registerName,
    saleNumber: 123,
    soldAt: '2026-11-12T18:04:00.000Z',
    refundedAt: '2026-11-13T13:40:00.000Z',
    timeZone,
    locale,
    currency,
    amount: minor(379_900),
    saleTotal: minor(1_250_578),
    payment: { id: '123456789012', reference: 'CAJA01A7F3K9Q2M4X8Z6B1' },
    refundId: '1009042015',
    reason: 'Los ñoquis vinieron abiertos',
    by: 'Ana Núñez',
    copy: 0,
    practice: false,
    ...slip,
  };
}
