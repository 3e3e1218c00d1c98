import { createStore } from 'zustand/vanilla';
import { fail, ok, type Result } from '../../shared/errors';
import { MAX_TOTAL, type MinorUnits } from '../../shared/money';
import { quantitySchema, units, type Quantity } from '../../shared/quantity';
import type { Discount } from '../../shared/discount';
import { draftSubtotal, type Draft, type DraftLine, type Product } from '../../shared/sale';

/** As many lines as a draft may hold. */
export const MAX_LINES = 500;

export type DraftProblem = 'amountTooLarge' | 'tooManyLines' | 'quantityTooLarge' | 'locked';
export type Changed = Result<DraftLine, DraftProblem>;

export interface DraftState {
  /** The sale being typed; null when it has no lines. */
  readonly draft: Draft | null;
  /** The line that keys act on; the newest one touched. */
  readonly selectedId: string | null;
  /** While a charge of this draft is being started: what is added now would be in the sale and not in the charge. */
  readonly locked: boolean;
  readonly setLocked: (locked: boolean) => void;
  readonly load: (draft: Draft | null) => void;
  readonly addProduct: (product: Product, quantity: Quantity) => Changed;
  /** As many pieces as `labels` says, each of which a scale has weighed as `each`. */
  readonly addWeighed: (product: Product, each: Quantity, labels: Quantity) => Changed;
  /** Pieces that a scale has priced, all alike: each label scanned is a line of its own. */
  readonly addPriced: (product: Product, price: MinorUnits, scaleCode: string, labels: Quantity) => Changed;
  /** The catalogue's product is now this: its lines follow, but for prices that somebody has changed. */
  readonly follow: (product: Product) => void;
  readonly addFree: (name: string, unitPrice: MinorUnits) => Changed;
  readonly setQuantity: (lineId: string, quantity: Quantity) => Changed | null;
  /** One unit, or 100 g, more or less. Never below one step: removing is its own key. */
  readonly stepQuantity: (lineId: string, direction: 1 | -1) => Changed | null;
  /** Null takes it away again. */
  readonly setDiscount: (lineId: string, discount: Discount | null) => Changed | null;
  /** Off the whole sale; null takes it away again. */
  readonly setSaleDiscount: (discount: Discount | null) => void;
  /** An empty note takes it away. */
  readonly setNote: (lineId: string, note: string) => Changed | null;
  /** Another price than the catalogue's, or the catalogue's own again. */
  readonly setPrice: (lineId: string, price: MinorUnits) => Changed | null;
  readonly remove: (lineId: string) => void;
  readonly clear: () => void;
  readonly select: (lineId: string) => void;
  /** Moves the selection up or down the ticket. */
  readonly selectNext: (direction: 1 | -1) => void;
}

type ProductLine = Extract<DraftLine, { kind: 'product' }>;

const noLines: readonly DraftLine[] = [];

export function linesOf(draft: Draft | null): readonly DraftLine[] {
  return draft?.lines ?? noLines;
}

/** The window's own sale. `newId` makes UUIDs: the sale's, when its first line is, and each line's. */
export function createDraftStore(newId: () => string) {
  return createStore<DraftState>()((set, get) => {
    const commit = (lines: readonly DraftLine[], line: DraftLine): Changed => {
      if (get().locked) return fail('locked');
      if (lines.length > MAX_LINES) return fail('tooManyLines');
      if (!fits(lines)) return fail('amountTooLarge');
      set({ draft: { ...(get().draft ?? { saleId: newId() }), lines: [...lines] }, selectedId: line.id });
      return ok(line);
    };
    const change = (line: DraftLine): Changed =>
      commit(
        linesOf(get().draft).map((each) => (each.id === line.id ? line : each)),
        line,
      );
    const find = (lineId: string) => linesOf(get().draft).find((line) => line.id === lineId);

    return {
      draft: null,
      selectedId: null,
      locked: false,

      setLocked: (locked) => {
        set({ locked });
      },

      load: (draft) => {
        set({ draft: draft && draft.lines.length > 0 ? draft : null, selectedId: draft?.lines.at(-1)?.id ?? null });
      },

      addProduct: (product, quantity) => {
        const lines = linesOf(get().draft);
        const same = lines.find(
          (line) => line.kind === 'product' && line.productId === product.id && isAsListed(line, product),
        );
        if (same) {
          const more = quantitySchema.safeParse(same.quantity + quantity);
          return more.success ? change({ ...same, quantity: more.data }) : fail('quantityTooLarge');
        }
        const { id: productId, name, price: unitPrice, unit } = product;
        const line: DraftLine = { kind: 'product', id: newId(), productId, name, unitPrice, unit, quantity };
        return commit([...lines, line], line);
      },

      addWeighed: (product, each, labels) => {
        const quantity = quantitySchema.safeParse((each * labels) / 1000);
        return quantity.success ? get().addProduct(product, quantity.data) : fail('quantityTooLarge');
      },

      addPriced: ({ id: productId, name }, price, scaleCode, quantity) => {
        const line: DraftLine = {
          kind: 'product',
          id: newId(),
          productId,
          name,
          unitPrice: price,
          scaleCode,
          unit: 'unit',
          quantity,
        };
        return commit([...linesOf(get().draft), line], line);
      },

      follow: (product) => {
        const { draft, locked } = get();
        if (!draft || locked) return;
        const lines = draft.lines.map((line) =>
          line.kind === 'product' && line.productId === product.id ? followed(line, product) : line,
        );
        if (fits(lines)) set({ draft: { ...draft, lines } });
      },

      addFree: (name, unitPrice) => {
        const line: DraftLine = { kind: 'free', id: newId(), name, unitPrice, unit: 'unit', quantity: units(1) };
        return commit([...linesOf(get().draft), line], line);
      },

      setQuantity: (lineId, quantity) => {
        const line = find(lineId);
        return line ? change({ ...line, quantity }) : null;
      },

      stepQuantity: (lineId, direction) => {
        const line = find(lineId);
        if (!line) return null;
        const step = line.unit === 'kg' ? 100 : 1000;
        const next = line.quantity + direction * step;
        if (next < step) return ok(line);
        const quantity = quantitySchema.safeParse(next);
        return quantity.success ? change({ ...line, quantity: quantity.data }) : fail('quantityTooLarge');
      },

      setDiscount: (lineId, discount) => {
        const line = find(lineId);
        return line ? change({ ...line, discount: discount ?? undefined }) : null;
      },

      setSaleDiscount: (discount) => {
        const { draft, locked } = get();
        if (draft && !locked) set({ draft: { ...draft, discount: discount ?? undefined } });
      },

      setNote: (lineId, note) => {
        const line = find(lineId);
        return line ? change({ ...line, note: note.trim() === '' ? undefined : note.trim() }) : null;
      },

      setPrice: (lineId, price) => {
        const line = find(lineId);
        if (!line) return null;
        if (line.kind === 'free') return change({ ...line, unitPrice: price });
        const listPrice = line.listPrice ?? line.unitPrice;
        return change({ ...line, unitPrice: price, listPrice: price === listPrice ? undefined : listPrice });
      },

      remove: (lineId) => {
        const { draft } = get();
        const index = linesOf(draft).findIndex((line) => line.id === lineId);
        if (!draft || index === -1 || get().locked) return;
        const lines = draft.lines.filter((line) => line.id !== lineId);
        const neighbour = lines[index] ?? lines.at(-1);
        set(neighbour ? { draft: { ...draft, lines }, selectedId: neighbour.id } : { draft: null, selectedId: null });
      },

      clear: () => {
        if (!get().locked) set({ draft: null, selectedId: null });
      },

      select: (lineId) => {
        if (find(lineId)) set({ selectedId: lineId });
      },

      selectNext: (direction) => {
        const lines = linesOf(get().draft);
        const index = lines.findIndex((line) => line.id === get().selectedId);
        const next = lines[Math.min(Math.max(index + direction, 0), lines.length - 1)];
        if (next) set({ selectedId: next.id });
      },
    };
  });
}

function followed(line: ProductLine, { name, price }: Product): ProductLine {
  if (line.scaleCode !== undefined) return { ...line, name };
  if (line.listPrice === undefined) return { ...line, name, unitPrice: price };
  return { ...line, name, listPrice: price === line.unitPrice ? undefined : price };
}

/** Whether more of the product may join this line: nobody has said anything of this one alone. */
function isAsListed(line: ProductLine, { price, unit }: Product): boolean {
  const { listPrice, discount, note, scaleCode } = line;
  const said = listPrice ?? discount ?? note ?? scaleCode;
  return line.unitPrice === price && line.unit === unit && said === undefined;
}

/** Checked roughly first, because the exact sum of absurd quantities leaves the safe integers. */
function fits(lines: readonly DraftLine[]): boolean {
  const rough = lines.reduce((total, line) => total + (line.unitPrice * line.quantity) / 1000, 0);
  return rough <= MAX_TOTAL + lines.length && draftSubtotal({ lines }) <= MAX_TOTAL;
}
