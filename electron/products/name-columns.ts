import type { ProductColumn } from '../../shared/product-file';

/** What other programs call our columns, in Spanish, Portuguese and English, without accents. */
const names: Readonly<Record<ProductColumn, readonly string[]>> = {
  code: [
    'codigo',
    'cod',
    'codigo de barras',
    'codigo de barra',
    'codigobarras',
    'cod barras',
    'cod de barras',
    'ean',
    'ean13',
    'gtin',
    'upc',
    'sku',
    'plu',
    'code',
    'barcode',
  ],
  name: ['nombre', 'producto', 'descripcion', 'articulo', 'detalle', 'nome', 'produto', 'descricao', 'name', 'product'],
  price: [
    'precio',
    'precio de venta',
    'precio venta',
    'precio final',
    'precio unitario',
    'pvp',
    'importe',
    'valor',
    'preco',
    'preco de venda',
    'preco venda',
    'price',
  ],
  unit: ['unidad', 'unidad de medida', 'medida', 'um', 'unidade', 'unidade de medida', 'unit'],
  category: ['categoria', 'rubro', 'familia', 'grupo', 'departamento', 'seccion', 'secao', 'category'],
  favourite: ['favorito', 'favoritos', 'tecla rapida', 'atalho', 'favourite', 'favorite'],
  tax: [
    'iva',
    'tarifa iva',
    'tarifa de iva',
    'porcentaje iva',
    'porcentaje de iva',
    'impuesto',
    'imposto',
    'tax',
    'vat',
  ],
};

export interface NamedColumns {
  /** Where each is. */
  readonly at: ReadonlyMap<ProductColumn, number>;
  readonly ignored: readonly string[];
}

/**
 * Says which column is which by the file's first line. The first of two with the same name counts.
 * @param isTaxed whether products have a tax of their own: elsewhere such a column is about nothing
 */
export function nameColumns(header: readonly string[], isTaxed: boolean): NamedColumns {
  const at = new Map<ProductColumn, number>();
  const ignored: string[] = [];
  for (const [index, cell] of header.entries()) {
    const column = columnOf(cell);
    if (column !== null && !at.has(column) && (isTaxed || column !== 'tax')) at.set(column, index);
    else if (cell !== '') ignored.push(cell.slice(0, 60));
  }
  return { at, ignored };
}

function columnOf(cell: string): ProductColumn | null {
  const plain = plainWords(cell);
  const found = Object.entries(names).find(([, known]) => known.includes(plain));
  // The keys of the table are exactly the columns.
  return found ? (found[0] as ProductColumn) : null;
}

/** "Código (EAN)" → "codigo ean": as people compare words. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
