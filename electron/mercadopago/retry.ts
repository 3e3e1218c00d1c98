import type { Answer } from './answer';

/** How a reading is tried again. */
export interface RetryRules {
  /** All tries together, the first included. */
  readonly attempts: number;
  /** The longest first pause; each further one may be twice as long, up to `longestMs`. */
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * How long to wait before asking the same again, or `null` when asking again is of no use. Never sooner than the other
 * side asked for. The pause is drawn from the whole interval ("full jitter"), so that the cajas of a chain that lost
 * the same line do not all come back in the same instant.
 */
export function pauseBeforeRetry(
  answer: Answer,
  attempt: number,
  rules: RetryRules,
  random: () => number,
): number | null {
  if (attempt >= rules.attempts || !mayPass(answer)) return null;
  const ceiling = Math.min(rules.firstMs * 2 ** (attempt - 1), rules.longestMs);
  const asked = answer.kind === 'answered' ? (answer.retryAfterMs ?? 0) : 0;
  return asked + Math.round(random() * ceiling);
}

/** Whether the same question may get another answer in a moment. */
function mayPass(answer: Answer): boolean {
  if (answer.kind === 'unanswered') return true;
  if (answer.status === 408 || answer.status === 429 || answer.status >= 500) return true;
  return answer.status < 300 && answer.form !== 'json';
}
