/**
 * What is to happen to the till at one write to its disk. Each order is carried out once, by whichever run of the
 * program comes to that write first.
 */
export interface CutOrder {
  /** The name of the write, as `nameWrite` gives it; null: whichever comes. */
  readonly write: string | null;
  /** How many such writes pass first. Default: none. */
  readonly skip?: number;
  /** Right before the commit, with every row of it written already, or right after it. */
  readonly moment: 'before' | 'after';
  /** `kill`: SIGKILL. `hold`: stands still until told to go on. `refuse`: the disk is full for this one. */
  readonly deed: 'kill' | 'hold' | 'refuse';
}

/** Files of the folder in which a test and the program under test leave word for each other. */
export const cutFiles = {
  /** The orders that are still to be carried out, as JSON. */
  plan: 'plan.json',
  /** There while the program stands still. */
  held: 'held',
  /** One line for each committed write: its name. */
  trace: 'trace.log',
  /** How many ms the program's clock runs ahead of the computer's. */
  ahead: 'ahead',
} as const;

/** Where the program under test finds that folder. */
export const CUT_FOLDER = 'CAJAQR_CUT_FOLDER';
