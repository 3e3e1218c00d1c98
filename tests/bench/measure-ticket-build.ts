import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import receiptline from 'receiptline';
import { encodeTicket } from '../../electron/printing/encode-ticket';
import { formatMoney } from '../../shared/money';
import { formatQuantity, units } from '../../shared/quantity';
import { ticketTexts } from '../../shared/texts/ticket-texts';
import { formatDateTime } from '../../shared/ticket/format-date-time';
import { layoutTicket } from '../../shared/ticket/layout-ticket';
import type { SaleTicket } from '../../shared/ticket/ticket';
import { decode } from '../../simulator/printer/decode-escpos';
import type { Comparison } from './statistics';
import { typicalTicket } from './typical-ticket';

const COLUMNS = 48;
const RULE = '─'.repeat(COLUMNS);
const WARM_UP = 300;
const BATCHES = 40;
const PER_BATCH = 25;

/** From the ticket as data to the bytes for the printer; the same words in the same places, a tall total, and a cut. */
export function measureTicketBuild(): Comparison[] {
  const builders = { ours: buildOurs, receiptline: buildWithReceiptline, encoder: buildWithEncoder };
  Object.values(builders).forEach(checkTicket);
  const times = { ours: [] as number[], receiptline: [] as number[], encoder: [] as number[] };
  for (const build of Object.values(builders)) for (let n = 0; n < WARM_UP; n += 1) build(typicalTicket);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    times.ours.push(timeOf(builders.ours));
    times.receiptline.push(timeOf(builders.receiptline));
    times.encoder.push(timeOf(builders.encoder));
  }
  const common = { name: 'ticket build', unit: 'ms', aim: 1, ours: times.ours } as const;
  return [
    { ...common, beside: 'receiptline', theirs: times.receiptline },
    { ...common, beside: '@point-of-sale/receipt-printer-encoder', theirs: times.encoder },
  ];
}

/** Milliseconds of one ticket, from a batch. */
function timeOf(build: (ticket: SaleTicket) => Uint8Array): number {
  const startedAt = performance.now();
  for (let n = 0; n < PER_BATCH; n += 1) build(typicalTicket);
  return (performance.now() - startedAt) / PER_BATCH;
}

/** Fast and wrong does not count. */
function checkTicket(build: (ticket: SaleTicket) => Uint8Array): void {
  const { lines, problems, cuts } = decode(build(typicalTicket), { columns: COLUMNS });
  const text = lines.join('\n');
  const wanted = ['Almacén Don José', 'Ñoquis de papa', 'Operación', '24.756,28', '¡Gracias por su compra!'];
  const missing = wanted.filter((words) => !text.includes(words));
  if (problems.length > 0 || missing.length > 0 || cuts.length !== 1) {
    throw new Error(`${build.name}: ${problems.join('; ')} missing ${missing.join(', ')} cuts ${cuts.length}\n${text}`);
  }
}

function buildOurs(ticket: SaleTicket): Uint8Array {
  const lines = layoutTicket(ticket, { columns: COLUMNS, codePage: 'PC858' }, ticketTexts(ticket.locale));
  return encodeTicket(lines, { columns: COLUMNS, codePage: 'PC858', cut: 'partial' });
}

/** The words of a ticket that every builder puts on paper. */
function wordsOf(ticket: SaleTicket) {
  const { currency, locale, business } = ticket;
  const texts = ticketTexts(locale);
  const money = (amount: SaleTicket['total']) => formatMoney(amount, currency, locale).replaceAll('\u00a0', ' ');
  return {
    business,
    number: `${texts.ticket} ${String(ticket.number).padStart(6, '0')}`,
    when: formatDateTime(ticket.paidAt, ticket.timeZone, locale),
    register: `${texts.register} ${ticket.registerName}`,
    items: ticket.lines.map((line) => ({
      name: line.name,
      detail:
        line.unit === 'unit' && line.quantity === units(1)
          ? null
          : `  ${formatQuantity(line.quantity, line.unit, locale)} x ${money(line.unitPrice)}`,
      total: money(line.total),
    })),
    total: money(ticket.total),
    totalLabel: texts.total,
    paidWith: texts.paidWith,
    pairs: [
      ...(ticket.payment?.ids ?? []).map((id): [string, string] => [texts.payment, id]),
      [texts.reference, ticket.payment?.reference ?? ''] satisfies [string, string],
    ],
    legend: texts.legends[locale],
  };
}

function buildWithReceiptline(ticket: SaleTicket): Uint8Array {
  const words = wordsOf(ticket);
  const document = [
    `^^^${words.business.name}`,
    words.business.address,
    words.business.taxId,
    '',
    '{width:24,24}',
    `${words.number} | ${words.when}`,
    '{width:auto}',
    `${words.register} |`,
    '-',
    '{width:34,14}',
    ...words.items.flatMap(({ name, detail, total }) =>
      detail === null ? [`${name} | ${total}`] : [`${name} |`, `${detail} | ${total}`],
    ),
    '{width:auto}',
    '-',
    `^^${words.totalLabel} | ^^${words.total}`,
    '',
    `"${words.paidWith}" |`,
    ...words.pairs.map(([label, value]) => `${label} | ${value}`),
    '',
    words.legend,
    '',
    words.business.footer,
  ].join('\n');
  const options = { cpl: COLUMNS, encoding: 'cp858', command: 'escpos', cutting: true } as const;
  return Buffer.from(receiptline.transform(document, options), 'latin1');
}

function buildWithEncoder(ticket: SaleTicket): Uint8Array {
  const words = wordsOf(ticket);
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: COLUMNS, newline: '\n' });
  encoder.initialize().codepage('cp858').align('center').bold(true).height(2).line(words.business.name);
  encoder.height(1).bold(false).line(words.business.address).line(words.business.taxId).newline().align('left');
  encoder.table(twoColumns(24, 24), [[words.number, words.when]]);
  encoder.line(words.register).line(RULE);
  encoder.table(
    twoColumns(34, 14),
    words.items.flatMap(({ name, detail, total }) =>
      detail === null
        ? [[name, total]]
        : [
            [name, ''],
            [detail, total],
          ],
    ),
  );
  encoder.line(RULE).bold(true).height(2);
  encoder.table(twoColumns(24, 24), [[words.totalLabel, words.total]]);
  encoder.height(1).newline().line(words.paidWith).bold(false);
  encoder.table(twoColumns(14, 34), words.pairs);
  encoder.newline().align('center').line(words.legend).newline().line(words.business.footer);
  return encoder.cut('partial').encode();
}

function twoColumns(left: number, right: number) {
  return [
    { width: left, align: 'left' as const },
    { width: right, align: 'right' as const },
  ];
}
