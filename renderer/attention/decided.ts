/** What was just decided, said after its case has left the list. */
export interface Decided {
  readonly words: string;
  /** The sale to look at, when there is one. */
  readonly sale: string | null;
}
