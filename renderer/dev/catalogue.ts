import type { Product } from '../../shared/sale';
import { minor } from '../../shared/money';

function product(id: string, name: string, price: number, code: string | null, extra: Partial<Product> = {}): Product {
  // Two of three have a picture, which is drawn for these screens.
  const picture = Number(id) % 3 === 0 ? {} : { picture: id.padStart(32, '0') };
  return { id, name, price: minor(price), code, unit: 'unit', category: null, favourite: true, ...picture, ...extra };
}

export const catalogue: readonly Product[] = [
  product('1', 'Café con leche', 320_000, '7790001000011'),
  product('2', 'Medialuna de manteca', 90_000, '7790001000028'),
  product('3', 'Tostado de jamón y queso', 650_000, '7790001000035'),
  product('4', 'Agua mineral sin gas 500 ml', 180_000, '7790001000042'),
  product('5', 'Gaseosa cola 500 ml', 220_000, '7790001000059'),
  product('6', 'Alfajor de chocolate', 150_000, '7790001000066'),
  product('7', 'Yerba mate con palo 1 kg, cosecha seleccionada y estacionada 24 meses', 589_050, '7790001000073'),
  product('8', 'Jugo de naranja exprimido', 410_000, '7790001000080'),
  product('9', 'Pan francés', 240_000, '20', { unit: 'kg' }),
  product('10', 'Queso cremoso', 980_000, '21', { unit: 'kg' }),
  product('11', 'Galletitas de agua', 132_575, '7790001000110'),
  product('12', 'Chocolate con leche 100 g', 275_000, '7790001000127'),
  product('13', 'Encendedor', 85_000, '7790001000134'),
  product('14', 'Pilas AA x4', 460_000, '7790001000141'),
  product('15', 'Té en hebras', 199_900, '7790001000158', { favourite: false }),
  product('16', 'Café molido 500 g', 1_250_000, '7790001000165', { favourite: false }),
];
