/**
 * A path with its variable parts encoded, as a template: `` path`/pos/${id}` ``. `null` when a part is empty or only
 * dots, which every URL parser would take for a step up to another resource.
 */
export function path(parts: TemplateStringsArray, ...values: readonly string[]): string | null {
  if (values.some((value) => /^\.{0,2}$/.test(value))) return null;
  return parts.reduce((joined, part, index) => joined + encodeURIComponent(values[index - 1] ?? '') + part);
}
