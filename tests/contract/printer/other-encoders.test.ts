import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import receiptline from 'receiptline';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../simulator/printer/decode-escpos';

/** The strict decoder must not only know what our own encoder writes: others print a similar ticket on it. */
describe('the strict decoder reads tickets of other encoders', () => {
  it('@point-of-sale/receipt-printer-encoder', () => {
    const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: 48, newline: '\n' });
    const bytes = encoder
      .initialize()
      .codepage('cp858')
      .align('center')
      .bold(true)
      .height(2)
      .line('Almacén Ñandú')
      .height(1)
      .bold(false)
      .align('left')
      .rule()
      .table(
        [
          { width: 34, align: 'left' },
          { width: 14, align: 'right' },
        ],
        [
          ['Café con leche', '€ 1.234,50'],
          ['Piñón', 'R$ 2,00'],
        ],
      )
      .invert(true)
      .line('REIMPRESIÓN 1')
      .invert(false)
      .qrcode('https://example.org/ticket/1')
      .cut('partial')
      .encode();
    const job = decode(bytes, { columns: 48 });
    expect(job.problems).toEqual([]);
    expect(job.lines.map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'Almacén Ñandú',
        '─'.repeat(48),
        'Café con leche                        € 1.234,50',
        'Piñón                                    R$ 2,00',
        'REIMPRESIÓN 1',
      ]),
    );
    expect(job.elements).toContainEqual(expect.objectContaining({ kind: 'qr', data: 'https://example.org/ticket/1' }));
    expect(job.cuts).toEqual(['partial']);
  });

  it('receiptline', () => {
    const markdown = [
      '^^Almacén Ñandú',
      '-',
      'Café con leche | € 1.234,50',
      'Piñón | R$ 2,00',
      '^TOTAL | ^€ 1.236,50',
      '{code:https://example.org/ticket/1;option:qrcode,3,m}',
    ].join('\n');
    const binary = receiptline.transform(markdown, { cpl: 48, encoding: 'cp858', command: 'escpos', cutting: true });
    const job = decode(Buffer.from(binary, 'latin1'), { columns: 48 });
    expect(job.problems).toEqual([]);
    expect(job.lines.map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'Almacén Ñandú',
        '─'.repeat(48),
        'Café con leche                        € 1.234,50',
        'Piñón                                    R$ 2,00',
        // Double width: a space of the same line counts two columns.
        'TOTAL                  € 1.236,50',
      ]),
    );
    expect(job.elements.some((element) => element.kind === 'picture')).toBe(true);
    expect(job.cuts).toHaveLength(1);
  });
});
