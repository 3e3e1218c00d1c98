import type { Product } from '../../shared/sale';
import { minor } from '../../shared/money';

function product(id: string, name: string, price: number, code: string | null, extra: Partial<Product> = {}): Product {
  // Two of three have a picture, which is drawn for these screens.
  const picture = Number(id) % 3 === 0 ? {} : { picture: id.padStart(32, '0') };
  return { id, name, price: minor(price), code, unit: 'unit', category: null, favourite: true, ...picture, ...extra };
}

export const catalogue: readonly Product[] = [
  product('1', 'Café con leche', 320_000, '7790001000011', { category: 'Cafetería' }),
  product('2', 'Medialuna de manteca', 90_000, '7790001000028', { category: 'Panadería' }),
  product('3', 'Tostado de jamón y queso', 650_000, '7790001000035', { category: 'Cafetería' }),
  product('4', 'Agua mineral sin gas 500 ml', 180_000, '7790001000042', { category: 'Bebidas' }),
  product('5', 'Gaseosa cola 500 ml', 220_000, '7790001000059', { category: 'Bebidas' }),
  product('6', 'Alfajor de chocolate', 150_000, '7790001000066', { category: 'Golosinas' }),
  product('7', 'Yerba mate con palo 1 kg, cosecha seleccionada y estacionada 24 meses', 589_050, '7790001000073', {
    category: 'Almacén',
  }),
  product('8', 'Jugo de naranja exprimido', 410_000, '7790001000080', { category: 'Bebidas' }),
  product('9', 'Pan francés', 240_000, '20', { category: 'Panadería', unit: 'kg' }),
  product('10', 'Queso cremoso', 980_000, '21', { category: 'Fiambrería', unit: 'kg' }),
  product('11', 'Galletitas de agua', 132_575, '7790001000110', { category: 'Almacén' }),
  product('12', 'Chocolate con leche 100 g', 275_000, '7790001000127', { category: 'Golosinas' }),
  product('13', 'Encendedor', 85_000, '7790001000134', { category: 'Almacén' }),
  product('14', 'Pilas AA x4', 460_000, '7790001000141', { category: 'Almacén' }),
  product('15', 'Té en hebras', 199_900, '7790001000158', { category: 'Almacén', favourite: false }),
  product('16', 'Café molido 500 g', 1_250_000, '7790001000165', { category: 'Almacén', favourite: false }),
];
