import { minor, type MinorUnits } from '../../shared/money';
import type { ReportPart } from '../../shared/reports/report';

export interface BusiestPart {
  readonly part: ReportPart;
  readonly total: MinorUnits;
}

/** The part in which most money came, the first of several; null when none came, which a day of refunds alone has. */
export function busiestPart(parts: readonly ReportPart[]): BusiestPart | null {
  return parts.reduce<BusiestPart | null>((busiest, part) => {
    const total = minor(part.cash + part.qr);
    return total > (busiest?.total ?? 0) ? { part, total } : busiest;
  }, null);
}
