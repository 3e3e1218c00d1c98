/** As much of a stored state as its name in a step needs. */
interface Phase {
  readonly kind: string;
  /** The paper of a paid charge. */
  readonly ticket?: { readonly status: string };
  /** The paper of an approved refund. */
  readonly slip?: { readonly status: string };
  readonly withdrawnAt?: string | null;
}

/** A state by the name that steps use: with the fate of its paper, and whether a withdrawal is certain. */
export function phaseOf({ kind, ticket, slip, withdrawnAt }: Phase): string {
  const paper = ticket ?? slip;
  if (paper) return `${kind}/${paper.status}`;
  return withdrawnAt ? `${kind}/withdrawn` : kind;
}

/** A step on disk, e.g. `awaitingPayment, cancelRequested: cancelling`. */
export function stepName(from: string | null, event: string, to: string): string {
  return `${from === null ? '' : `${from}, `}${event}: ${to}`;
}
