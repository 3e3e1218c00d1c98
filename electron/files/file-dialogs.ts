/** What a person is asked to choose: the dialog's own words, and the endings of the files that fit. */
export interface FileKind {
  readonly title: string;
  readonly filter: string;
  readonly extensions: readonly string[];
}

/** Asks a person for a place on their disk. Paths stay in the main process. */
export interface FileDialogs {
  /** Path of a file to read, or null when none was chosen. */
  open(kind: FileKind): Promise<string | null>;
  /** Path of a file to write, or null when none was chosen. */
  save(kind: FileKind, name: string): Promise<string | null>;
}

/** Where nobody can be asked. */
export const noDialogs: FileDialogs = { open: () => Promise.resolve(null), save: () => Promise.resolve(null) };
