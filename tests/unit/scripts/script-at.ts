/** The address of a launcher's script, for `import()`: the scripts are plain JavaScript beside the TypeScript projects. */
export function scriptAt(path: string): string {
  return new URL(`../../../scripts/${path}`, import.meta.url).href;
}
