export interface TextLeaf {
  readonly key: string;
  readonly text: string;
}

/** Every single text of a tree of them, with its whole key. */
export function textLeaves(node: unknown, path: readonly string[] = []): TextLeaf[] {
  if (typeof node === 'string') return [{ key: path.join('.'), text: node }];
  if (typeof node !== 'object' || node === null) throw new Error(`${path.join('.')} is not a text`);
  return Object.entries(node).flatMap(([key, value]) => textLeaves(value, [...path, key]));
}
