/** What a hint named could not be looked at, or what was seen could not be stored: ask again. */
export class LookFailed extends Error {
  override readonly name = 'LookFailed';

  constructor(
    message: string,
    /** What the other side asked us to wait, if it did. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}
