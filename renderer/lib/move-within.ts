export type Step = 'first' | 'earlier' | 'later' | 'last';

/** The list with the item at `index` moved one place, or to an end of it; the same where there is nowhere to go. */
export function moveWithin<Item>(list: readonly Item[], index: number, step: Step): readonly Item[] {
  const item = list[index];
  if (item === undefined) return list;
  const target = { first: 0, earlier: index - 1, later: index + 1, last: list.length - 1 }[step];
  const rest = list.filter((_, at) => at !== index);
  const to = Math.min(Math.max(target, 0), list.length - 1);
  return to === index ? list : [...rest.slice(0, to), item, ...rest.slice(to)];
}
