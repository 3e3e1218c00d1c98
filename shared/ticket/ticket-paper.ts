import type { CodePage } from '../printer';

/** What of the printer decides how a ticket is laid out. */
export interface TicketPaper {
  /** 24 to 64 characters of Font A. */
  readonly columns: number;
  /** Named on the test ticket; it does not change the layout. */
  readonly codePage: CodePage;
}
