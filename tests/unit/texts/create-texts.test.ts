import { describe, expect, test } from 'vitest';
import { localeSchema } from '../../../shared/country';
import { errorCodeSchema } from '../../../shared/errors';
import { printerTroubleSchema } from '../../../shared/printer';
import { createTexts } from '../../../shared/texts/create-texts';
import { es } from '../../../shared/texts/es';
import { pt } from '../../../shared/texts/pt';
import { rioplatense } from '../../../shared/texts/rioplatense';
import { textLeaves } from '../../support/text-leaves';

const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const neutral = new Map(textLeaves(es).map(({ key, text }) => [key, text]));
const regional = textLeaves(rioplatense);
const portuguese = textLeaves(pt);
const all = [...textLeaves(es), ...regional, ...portuguese];

describe('the texts', () => {
  test.each(localeSchema.options)('every failure and every printer trouble has its two sentences in %s', (locale) => {
    const { t } = createTexts(locale);
    for (const code of errorCodeSchema.options) {
      expect(t(`errors.${code}.what`)).toMatch(/\.$/);
      expect(t(`errors.${code}.todo`)).toMatch(/\.$/);
    }
    for (const trouble of printerTroubleSchema.options) {
      expect(t(`printerTroubles.${trouble}.what`)).toMatch(/\.$/);
      expect(t(`printerTroubles.${trouble}.todo`)).toMatch(/\.$/);
    }
  });

  test('nobody is shouted at or blamed', () => {
    for (const { key, text } of all)
      expect(text, key).not.toMatch(/[!¡]|^err(?:or|o)\b|inválid|incorrect|incorret|usted|você/i);
  });

  test('none is empty, and none has stray spaces', () => {
    for (const { key, text } of all) expect(text, key).toMatch(/^\S(.*\S)?$/s);
  });

  test('the Plate says the same with its own words: the same values, and never a text that is not different', () => {
    for (const { key, text } of regional) {
      const base = neutral.get(key);
      expect(base, key).toBeDefined();
      expect(values(text), key).toEqual(values(base ?? ''));
      expect(text, key).not.toBe(base);
    }
  });

  test('vos is said in the Plate only', () => {
    expect(createTexts('es-AR').t('charge.scan')).toBe('Escaneá el QR de la caja');
    expect(createTexts('es-UY').t('charge.scan')).toBe('Escaneá el QR de la caja');
    expect(createTexts('es-MX').t('charge.scan')).toBe('Escanear el QR de la caja');
    const imperative = /(?:^|[.:,;] )(?:Revisá|Elegí|Escribí|Probá|Mirá|Poné|Usá|Pedí|Fijate|Volvé)(?!\p{L})/u;
    expect(regional.some(({ text }) => imperative.test(text))).toBe(true);
    expect(textLeaves(es).filter(({ text }) => imperative.test(text))).toEqual([]);
  });

  test('the Plate is told what to do with vos alone, and finds everything acá', () => {
    const own = new Map(regional.map(({ key, text }) => [key, text]));
    // How a value is written is no word: `{{count, number}}`.
    const said = [...neutral].map(([key, text]) => `${key} = ${(own.get(key) ?? text).replaceAll(/, \w+}}/g, '}}')}`);
    // A button says what it does by an infinitive in both, and has no full stop.
    const told = /(?: = |[.,:;] (?:[oy] )?(?:no )?)\p{L}*(?:[aei]r|ír)(?:l[aeo]s?|se)?(?!\p{L}).*\.$/iu;
    expect(said.filter((each) => told.test(each))).toEqual([]);
    expect(said.filter((each) => /(?<!\p{L})aquí(?!\p{L})/iu.test(each))).toEqual([]);
    expect([...neutral].filter(([, text]) => /(?<!\p{L})acá(?!\p{L})/iu.test(text))).toEqual([]);
  });

  test('Portuguese says everything that Spanish says, and nothing else, with the same values', () => {
    expect(portuguese.map(({ key }) => key).sort()).toEqual([...neutral.keys()].sort());
    for (const { key, text } of portuguese) expect(values(text), key).toEqual(values(neutral.get(key) ?? ''));
  });

  test('no Spanish is left in Portuguese', () => {
    const letters = /[ñ¿¡]|ción|\bll/iu;
    const words =
      /(?<![\p{L}-])(?:el|los|las|de la|del(?= )|y|una|un|con|sin|pero|muy|más|aquí|acá|hay|ya|lo|su|sus|en|al|ahora|cuando|hasta|después|todavía|otra vez|otro|otros|la caja|caja|cobro|cobros|ventas?|sucursal|importe|renglón|cerrar|guardado|quedan|volver|mirar)(?!\p{L})/iu;
    for (const { key, text } of portuguese) {
      const said = text.replace(/\{\{\w+\}\}/g, '');
      expect(said, key).not.toMatch(letters);
      expect(said, key).not.toMatch(words);
    }
  });

  test('Brazil reads Portuguese', () => {
    expect(createTexts('pt-BR').t('charge.scan')).toBe('Escaneie o QR do caixa');
    expect(createTexts('pt-BR').t('sale.articles', { count: 2 })).toBe('2 itens');
  });

  test('one and many are told apart', () => {
    const { t } = createTexts('es-AR');
    expect(t('sale.articles', { count: 1 })).toBe('1 renglón');
    expect(t('sale.articles', { count: 2 })).toBe('2 renglones');
  });

  test('what a person typed is shown as typed, whatever it looks like', () => {
    const { t } = createTexts('es-AR');
    const nasty = '<b>$t(app.name)</b> {{code}}';
    expect(t('sale.unknownCode', { code: nasty })).toBe(`Ningún producto tiene el código ${nasty}.`);
  });
});
