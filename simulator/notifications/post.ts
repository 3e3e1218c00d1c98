import type { DeliveryOutcome } from './delivery';
import type { Message } from './forms';

/**
 * Sends one notification and waits for the status line. Redirects are not followed, as they could leave the machine.
 * @param retry - how many times it was tried before.
 */
export async function post(
  message: Message,
  retry: number,
  answerMs: number,
  closing: AbortSignal,
): Promise<DeliveryOutcome> {
  const startedAt = performance.now();
  const tookMs = () => Math.round(performance.now() - startedAt);
  const timeout = AbortSignal.timeout(answerMs);
  try {
    const response = await fetch(message.url, {
      method: 'POST',
      headers: { ...message.headers, 'x-retry': String(retry) },
      body: JSON.stringify(message.body),
      redirect: 'manual',
      signal: AbortSignal.any([timeout, closing]),
    });
    await response.body?.cancel();
    return { kind: 'answered', status: response.status, tookMs: tookMs() };
  } catch (error) {
    if (timeout.aborted) return { kind: 'timedOut', tookMs: tookMs() };
    return { kind: 'failed', reason: failureReason(error), tookMs: tookMs() };
  }
}

function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? error.cause.message : error.message;
}
