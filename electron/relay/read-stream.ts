import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';

/** Characters of one unfinished event. A relay's are a few hundred. */
const maxEventLength = 256 * 1024;

/**
 * The events of a Server-Sent Events body, in order. The next bytes are read only when the caller has done with the
 * events before, so nothing piles up here. Throws when the connection breaks or when an event has no end.
 * @param onBytes told whenever anything came, events or not.
 */
export async function* readStream(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<EventSourceMessage> {
  let ready: EventSourceMessage[] = [];
  const failures: Error[] = [];
  const parser = createParser({
    maxBufferSize: maxEventLength,
    onEvent: (message) => ready.push(message),
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') failures.push(error);
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      parser.feed(decoder.decode(value, { stream: true }));
      const messages = ready;
      ready = [];
      yield* messages;
      const [failure] = failures;
      if (failure) throw failure;
    }
  } finally {
    // The connection is over either way; a body that is already broken refuses to be cancelled.
    await reader.cancel().catch(() => undefined);
  }
}
