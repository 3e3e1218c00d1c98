import { minor } from '../../shared/money';
import { quantitySchema, units } from '../../shared/quantity';
import { bytesPerRow, type Bitmap } from '../../shared/ticket/bitmap';
import type { CashSlip, RefundSlip, SaleTicket, TicketLine, XReport, ZReport } from '../../shared/ticket/ticket';

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

/** Cash that left the drawer. */
export function aCashSlip(slip: Partial<CashSlip> = {}): CashSlip {
  return {
    ...paperOfTheShop(),
    kind: 'cashMovement',
    direction: 'out',
    amount: minor(500_000),
    reason: 'Pago a proveedor de pan',
    by: 'Ana Núñez',
    at: '2026-11-12T18:04:00.000Z',
    shiftNumber: 12,
    ...slip,
  };
}

/** How a shift of a busy morning stands. */
export function anXReport(report: Partial<XReport> = {}): XReport {
  return {
    ...paperOfTheShop(),
    kind: 'xReport',
    number: 12,
    openedAt: '2026-11-12T11:02:00.000Z',
    openedBy: 'Ana Núñez',
    float: minor(2_000_000),
    at: '2026-11-12T18:04:00.000Z',
    cashIn: { count: 1, total: minor(1_000_000) },
    cashOut: { count: 2, total: minor(1_250_000) },
    qrSales: { count: 37, total: minor(41_250_000) },
    qrRefunds: { count: 1, total: minor(340_100) },
    ...report,
  };
}

/** A closed shift in whose drawer a little is missing. */
export function aZReport(report: Partial<ZReport> = {}): ZReport {
  const nothing = { count: 0, total: minor(0) };
  return {
    ...paperOfTheShop(),
    kind: 'zReport',
    number: 12,
    openedAt: '2026-11-12T11:02:00.000Z',
    openedBy: 'Ana Núñez',
    float: minor(2_000_000),
    closedAt: '2026-11-12T23:31:00.000Z',
    closedBy: 'Ana Núñez',
    figures: {
      float: minor(2_000_000),
      cashSales: { count: 21, total: minor(8_430_000) },
      cashRefunds: nothing,
      cashIn: { count: 1, total: minor(1_000_000) },
      cashOut: { count: 2, total: minor(1_250_000) },
      qrSales: { count: 64, total: minor(91_250_000) },
      qrRefunds: { count: 2, total: minor(840_000) },
      qrReturned: nothing,
      expected: minor(10_180_000),
    },
    count: {
      pieces: [
        { kind: 'note', value: minor(2_000_000), count: 3 },
        { kind: 'note', value: minor(100_000), count: 41 },
        { kind: 'coin', value: minor(1_000), count: 7 },
      ],
      other: minor(3_000),
    },
    counted: minor(10_110_000),
    difference: minor(-70_000),
    note: 'Diferencia en un vuelto con un billete de 1.000',
    earlierCounts: [minor(10_010_000)],
    reconciled: { findings: 0, commission: minor(729_013), net: minor(90_397_587), complete: true },
    ...report,
  };
}

function paperOfTheShop(): Pick<
  SaleTicket,
  'business' | 'registerName' | 'timeZone' | 'locale' | 'currency' | 'copy' | 'practice'
> {
  const { business, registerName, timeZone, locale, currency, copy, practice } = aTicket();
  return { business, registerName, timeZone, locale, currency, copy, practice };
}
