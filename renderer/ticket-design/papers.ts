import type { Translate } from '../../shared/texts/create-texts';

/** Columns of Font A on each width of paper. */
const usual: readonly { readonly columns: number; readonly mm: number }[] = [
  { columns: 32, mm: 58 },
  { columns: 42, mm: 80 },
  { columns: 48, mm: 80 },
];

/** The papers to choose from, and the one in use where it is unusual. */
export function papers(inUse: number): readonly number[] {
  const known = usual.map(({ columns }) => columns);
  return known.includes(inUse) ? known : [inUse, ...known];
}

export function paperWords(t: Translate, columns: number): string {
  const paper = usual.find((each) => each.columns === columns);
  return paper
    ? t('ticketDesign.paperChoice', { mm: String(paper.mm), columns: String(columns) })
    : t('ticketDesign.paperOther', { columns: String(columns) });
}
