import { describe, expect, test } from 'vitest';
import { createTexts } from '../../../shared/texts/create-texts';
import { paperSentence } from '../../../renderer/lib/ticket-sentence';
import { paid } from './builders';

const { t } = createTexts('es-AR');
const tell = (...fate: Parameters<typeof paid>) => paperSentence(paid(...fate).ticket, t, 'ticket');

describe("the sentence of a paid sale's ticket", () => {
  test('a ticket on its way asks for nothing', () => {
    expect(tell({ status: 'queued' })).toMatchObject({ what: 'Imprimiendo el ticket…', asks: 'nothing' });
    expect(tell({ status: 'sending' })).toMatchObject({ what: 'Imprimiendo el ticket…', asks: 'nothing' });
  });

  test('a ticket that waits says for what', () => {
    expect(tell({ status: 'queued', trouble: 'paperOut' })).toMatchObject({
      tone: 'attention',
      what: 'Esperando la impresora: se terminó el papel.',
      todo: 'Poné un rollo nuevo: el ticket sale solo.',
    });
  });

  test('a ticket that may be on paper is asked about, not printed again', () => {
    expect(tell({ status: 'unconfirmed', trouble: 'unplugged' })).toMatchObject({
      what: '¿Salió el ticket?',
      asks: 'whetherItCameOut',
    });
  });

  test('a ticket of which nothing left can be printed', () => {
    expect(tell({ status: 'failed', trouble: 'notFound' })).toMatchObject({ tone: 'refused', asks: 'print' });
  });

  test('the slip of a refund is spoken of by its own name', () => {
    const slip = (status: 'printed' | 'unconfirmed' | 'failed') =>
      paperSentence(paid({ status }).ticket, t, 'slip').what;
    expect([slip('printed'), slip('unconfirmed'), slip('failed')]).toEqual([
      'Comprobante impreso',
      '¿Salió el comprobante?',
      'El comprobante no salió.',
    ]);
  });

  test('a reprint says that it is one', () => {
    expect(tell({ status: 'printed' }).what).toBe('Ticket impreso');
    expect(tell({ status: 'printed', copy: 2 }).what).toBe('Reimpresión 2 impresa');
  });
});
