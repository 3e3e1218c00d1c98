import type { Decision } from '../../shared/checkout/ledger';
import type { AuditEntry } from '../../shared/people/audit';
import type { Operator } from '../../shared/people/people';

/** On whose word something is done. Both are null while the till has no operators. */
export interface Authority {
  /** Who is at the till. They stay who they are, whoever allows it. */
  readonly operator: Operator | null;
  /** The manager who allowed what the operator may not do alone; null when nobody had to. */
  readonly approver: Operator | null;
}

/** Who answers for something. A typed name counts only without operators. */
export function nameOf({ operator, approver }: Authority, typed: string): string {
  return (approver ?? operator)?.name ?? typed;
}

/** Whose names a line of the log has. */
export function signedBy({ operator, approver }: Authority): Pick<AuditEntry, 'by' | 'approvedBy'> {
  return { by: operator?.name ?? null, approvedBy: approver?.name ?? null };
}

/** A decision about money as it is kept. Who made it is what the till knows; a typed name counts only without operators. */
export function decisionOf(
  authority: Authority,
  { by, note }: { readonly by: string; readonly note: string },
  at: string,
): Decision {
  const { operator, approver } = authority;
  const decided = { by: nameOf(authority, by), note, at };
  return approver && operator ? { ...decided, askedBy: operator.name } : decided;
}
