import { useEffect, useState } from 'react';
import type { TicketDesign } from '../../shared/ticket-design';
import type { PrintedLine } from '../../shared/ticket/printed-line';
import { ask } from '../till/bridge';

export interface Preview {
  readonly lines: readonly PrintedLine[];
  /** Of the paper that the lines are for. */
  readonly columns: number;
}

/** What a design prints. The last answer stays in sight until the next one is here: a paper must not flicker. */
export function usePreview(design: TicketDesign): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const wanted = JSON.stringify(design);
  useEffect(() => {
    let stale = false;
    // Made from the same design: what can be compared is what counts.
    const asked = JSON.parse(wanted) as TicketDesign;
    void ask('ticketDesign.preview', asked).then((reply) => {
      if (!stale && reply.ok) setPreview({ lines: reply.value, columns: asked.paper.columns });
    });
    return () => {
      stale = true;
    };
  }, [wanted]);
  return preview;
}
