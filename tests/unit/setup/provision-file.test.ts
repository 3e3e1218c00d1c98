import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '../../../electron/setup/catalogue-file';
import { formatProblem, parseLocated } from '../../../electron/setup/located-json';
import { provisionSchema } from '../../../electron/setup/provision-file';

const good = {
  version: 1,
  account: { token: 'TEST-token-0123456789' },
  register: { externalStoreId: 'SUC001', externalPosId: 'SUC001CAJA01' },
  business: { name: 'Kiosco' },
};

/** What is said of the text, or null when it is taken. */
function problemOf(text: string): string | null {
  const parsed = parseLocated('caja.json', text, provisionSchema);
  return parsed.ok ? null : formatProblem(parsed.error);
}
const pretty = (value: unknown) => JSON.stringify(value, null, 2);

describe('a provision file', () => {
  it('needs only account, caja and business', () => {
    expect(problemOf(pretty(good))).toBeNull();
  });

  it('points at the line where the JSON breaks', () => {
    expect(problemOf('{\n  "version": 1,\n  oops\n}')).toMatch(/^caja\.json:3: no es JSON válido/);
    expect(problemOf('')).toMatch(/^caja\.json:1: el archivo está vacío/);
  });

  it.each([
    [{ ...good, version: 2 }, /^caja\.json:2: version/],
    [{ ...good, surprise: true }, /^caja\.json:13: surprise/],
    [{ ...good, account: {} }, /account\.token/],
    [{ ...good, account: { token: 'x' } }, /account\.token/],
    [
      { ...good, account: { ...good.account, apiBaseUrl: 'http://example.com' } },
      /account\.apiBaseUrl: tiene que empezar con https/,
    ],
    [{ ...good, relay: { pairing: 'nonsense' } }, /relay\.pairing.*vínculo/],
    [
      { ...good, printer: { transport: { kind: 'usb', path: '/etc/passwd' } } },
      /printer\.transport\.path: tiene que ser un dispositivo/,
    ],
    [{ ...good, printer: { transport: { kind: 'network', host: 'a', port: 70000 } } }, /printer\.transport\.port/],
    [{ ...good, language: 'en-US' }, /language/],
    [{ ...good, charge: { expiresInMinutes: 0 } }, /charge\.expiresInMinutes/],
    [[], /^caja\.json:1: /],
  ])('is refused with the place of the first mistake: %#', (file, problem) => {
    expect(problemOf(pretty(file))).toMatch(problem);
  });
});

describe('a catalogue file', () => {
  const read = (products: unknown[]) => parseCatalogue('catalogo.json', pretty({ products }), 'ARS');

  it('reads decimal prices exactly', () => {
    expect(read([{ name: 'Pan', price: 19.99 }])).toMatchObject({ ok: true, value: [{ price: 1999, id: 'Pan' }] });
  });

  it.each([
    [[{ name: 'Pan', price: 0 }], /catalogo\.json:5: products\.0\.price/],
    [[{ name: 'Pan', price: 1.999 }], /catalogo\.json:3: Pan: .*decimales/],
    [
      [
        { name: 'Pan', price: 1 },
        { name: 'Pan', price: 2 },
      ],
      /catalogo\.json:7: Pan: .*repetido/,
    ],
    [[{ name: 'Pan', price: 999_999_999 }], /demasiado grande/],
    [[{ name: '', price: 1 }], /products\.0\.name/],
    [[{ name: 'Pan', price: '1' }], /products\.0\.price/],
  ])('is refused with the line of the first mistake: %#', (products, problem) => {
    const parsed = read(products);
    expect(parsed.ok ? null : formatProblem(parsed.error)).toMatch(problem);
  });
});
