import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/products/decode-text';
import { guarded, unguarded } from '../../../electron/products/formula-guard';
import { decimalMarkOf, parsePrice } from '../../../electron/products/parse-price';
import { readProductLines } from '../../../electron/products/read-product-lines';
import { writeProducts } from '../../../electron/products/write-products';
import type { Currency } from '../../../shared/country';
import { minor } from '../../../shared/money';
import type { Product } from '../../../shared/sale';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const read = (text: string | Uint8Array, currency: Currency = 'ARS') => {
  const found = readProductLines(typeof text === 'string' ? bytes(text) : text, currency);
  if (!found.ok) throw new Error(found.error);
  return found.value;
};
const problems = (text: string) => read(text).wrong.map(({ problem: { line, code } }) => `${line} ${code}`);

describe('the bytes of a file', () => {
  const text = 'código;nombre\r\n1;Ñandú a 5 €\r\n';
  const utf16 = Buffer.from(text, 'utf16le');
  it.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with its mark', bytes(`\ufeff${text}`)],
    ['Windows-1252', Buffer.from(text.replace('€', '\u0080'), 'latin1')],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['UTF-16 without a mark', utf16],
  ])('are read as %s', (_name, encoded) => {
    expect(decodeText(encoded)).toBe(text);
    expect(read(encoded).lines).toMatchObject([{ code: '1', name: 'Ñandú a 5 €' }]);
  });

  it('never stop it, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (anything) => {
        readProductLines(anything, 'ARS');
      }),
    );
    const almost = fc.array(
      fc.constantFrom('código', 'nombre', 'precio', ';', ',', '"', '\n', '\t', '1.250,5', '=1', ' '),
    );
    fc.assert(
      fc.property(almost, (parts) => {
        readProductLines(bytes(parts.join('')), 'ARS');
      }),
    );
  });
});

describe('the form of a file', () => {
  it.each([';', ',', '\t', '|'])('is found out: cells separated by %j', (separator) => {
    const rows = [
      ['Código', 'Nombre', 'Precio'],
      ['77', '"Té, ""verde""; 25"', '1250'],
    ];
    expect(read(rows.map((cells) => cells.join(separator)).join('\n')).lines).toMatchObject([
      { line: 2, code: '77', name: 'Té, "verde"; 25', price: 125_000 },
    ]);
  });

  it.each([
    'CÓDIGO DE BARRAS;Descripción;Precio de venta;Unidad;Rubro;Favorito;IVA',
    'código;produto;preço;unidade;categoria;favorito;IVA',
    'Barcode;Name;Price;Unit;Category;Favourite;Stock',
  ])('columns are known by their names: %s', (header) => {
    const { lines, ignored, columns } = read(`${header}\n7;Pan;100;kg;Panadería;sí;21\n`);
    expect(lines).toMatchObject([
      { code: '7', name: 'Pan', price: 10_000, unit: 'kg', category: 'Panadería', favourite: true },
    ]);
    expect(columns).toHaveLength(6);
    expect(ignored).toHaveLength(1);
  });

  it('counts lines as an editor does, over empty ones and cells of several', () => {
    expect(problems('sep=;\ncódigo;nombre;precio\n\n1;"dos\nrenglones";100\n2;Pan;nada\n')).toEqual(['6 priceUnclear']);
  });

  it.each([
    ['', 'empty'],
    ['código;precio\n', 'empty'],
    ['1;Pan;100\n2;Té;200\n', 'noColumns'],
    ['código;nombre\n"1;Pan\n', 'badQuotes'],
  ])('%j is no list of products', (text, fault) => {
    expect(readProductLines(bytes(text), 'ARS')).toEqual({ ok: false, error: fault });
  });

  it('says of each line what is wrong with it', () => {
    expect(
      problems(
        [
          'código;nombre;precio;unidad;favorito',
          ';;5',
          '7,79E+12;Pan;5',
          '3;Pan;0',
          '4;Pan;1,234',
          '5;Pan;99999999999',
          '6;Pan;5;caja',
          '7;Pan;5;kg;quizás',
          '8;Pan;5',
          '8;Té;6',
          '9;Pan;1,5',
        ].join('\n'),
      ),
    ).toEqual([
      '2 keyMissing',
      '3 codeMangled',
      '4 priceZero',
      '5 priceDecimals',
      '6 priceTooLarge',
      '7 unitUnknown',
      '8 favouriteUnknown',
      '10 repeated',
    ]);
  });
});

describe('a price', () => {
  const price = (text: string, others: readonly string[] = [], currency: Currency = 'ARS') => {
    const parsed = parsePrice(text, currency, decimalMarkOf([text, ...others]));
    return parsed.ok ? parsed.value : parsed.error;
  };

  it.each([
    ['1250', 125_000],
    ['1250,5', 125_050],
    ['1250.50', 125_050],
    ['1.250,50', 125_050],
    ['1,250.50', 125_050],
    ['1.234.567', 123_456_700],
    ['$ 1.250', 125_000],
    ['R$ 12,90', 1_290],
    ['0,500', 50],
    ['1250.000', 125_000],
    ['1250,500', 125_050],
  ])('is read as people write it: %s', (text, amount) => {
    expect(price(text)).toBe(amount);
  });

  it('is understood by the others of its file', () => {
    expect(price('1.250', ['12,50'])).toBe(125_000);
    expect(price('1.250', ['12.50'])).toBe(125);
    expect(price('1.250', ['12,50', '12.50'])).toBe('priceUnclear');
    // A program that writes three decimals everywhere.
    expect(price('1.250', ['1250.000', '980.000'])).toBe(125);
  });

  it('has no centavos where the currency has none', () => {
    expect(price('1.990', [], 'CLP')).toBe(1_990);
    expect(price('1990,00', [], 'CLP')).toBe(1_990);
    expect(price('1990,5', [], 'COP')).toBe('priceDecimals');
  });

  it('is refused when it is no price', () => {
    for (const text of ['-5', '5-', '1,2,3', 'gratis', '1e5', '9'.repeat(50)]) expect(price(text)).toBe('priceUnclear');
  });
});

describe('the IVA of a product', () => {
  const taxOf = (text: string) => {
    const { lines, wrong } = read(`código;nombre;precio;IVA %\n7;Pan;100;${text}\n`, 'COP');
    return lines[0] ? lines[0].tax : wrong[0]?.problem.code;
  };

  it.each([
    ['19', 1_900],
    ['19%', 1_900],
    ['19,00 %', 1_900],
    ['5.5', 550],
    ['0', 0],
    ['100', 10_000],
    ['', null],
  ])('is read as people write it: %j', (text, tax) => {
    expect(taxOf(text)).toBe(tax);
  });

  it('is refused when it is no percentage, or a spreadsheet has made a fraction of it', () => {
    for (const text of ['0,19', '-5', '101', 'exento', '5,123', '1.900']) expect(taxOf(text)).toBe('taxUnclear');
  });

  it('stays as it is where the file has no such column, and is left alone in other countries', () => {
    expect(read('código;precio\n7;100\n', 'COP').lines).toMatchObject([{ tax: undefined }]);
    const elsewhere = read('código;precio;IVA\n7;100;21\n', 'ARS');
    expect(elsewhere.lines).toMatchObject([{ tax: undefined }]);
    expect(elsewhere.ignored).toEqual(['IVA']);
  });
});

describe('a file that we wrote', () => {
  const words = {
    header: ['Código', 'Nombre', 'Precio', 'Unidad', 'Categoría', 'Favorito'],
    tax: 'IVA %',
    unit: { unit: 'unidad', kg: 'kg' },
    yes: 'sí',
    no: 'no',
  } as const;
  const line = fc
    .stringMatching(/^[\w=+\-@'";, áñ]{1,20}$/)
    .map((text) => text.trim())
    .filter((text) => text !== '' && !/^'[=+\-@]/.test(text));
  const product: fc.Arbitrary<Product> = fc.record({
    id: fc.uuid(),
    code: fc.option(fc.stringMatching(/^[1-9]\d{5,12}$/)),
    name: line,
    price: fc.integer({ min: 1, max: 9_999_999 }).map(minor),
    unit: fc.constantFrom('unit', 'kg'),
    category: fc.option(line),
    favourite: fc.boolean(),
    tax: fc.option(fc.constantFrom(0, 500, 550, 1_900, 10_000)),
  });

  it('is read as what it was', () => {
    const products = fc.uniqueArray(product, {
      selector: ({ code, name }) => code ?? name,
      maxLength: 20,
      minLength: 1,
    });
    fc.assert(
      fc.property(products, fc.constantFrom<Currency>('ARS', 'CLP', 'COP'), (catalogue, currency) => {
        const isTaxed = currency === 'COP';
        const again = read(writeProducts(catalogue, currency, words), currency);
        expect(again.wrong).toEqual([]);
        expect(again.lines.map((each) => ({ ...each, line: 0 }))).toEqual(
          catalogue.map((each) => ({ ...each, tax: isTaxed ? each.tax : undefined, id: undefined, line: 0 })),
        );
      }),
    );
  });

  it('holds nothing that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
        if (!text.startsWith("'")) expect(unguarded(guarded(text))).toBe(text);
      }),
    );
    expect(guarded('=HYPERLINK("http://x")')).toBe('\'=HYPERLINK("http://x")');
  });

  it('begins with the mark that Excel needs, with a decimal comma', () => {
    const one = {
      id: '1',
      code: '007',
      name: 'Té; verde',
      price: minor(125_050),
      unit: 'unit',
      category: null,
      favourite: false,
    } as const;
    expect(writeProducts([one], 'ARS', words)).toBe(
      '\ufeffCódigo;Nombre;Precio;Unidad;Categoría;Favorito\r\n007;"Té; verde";1250,50;unidad;;no\r\n',
    );
  });
});
