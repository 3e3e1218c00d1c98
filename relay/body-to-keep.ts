/** Names under which a body would tell who paid, or carry a key. Mercado Pago's notices have none of them so far. */
const neverKept =
  /^(?:payer|payer_?info|card|card_?holder|holder|customer|identification|e-?mail|phone|first_?name|last_?name|authorization|(?:access_?|card_?)?token|password|client_?secret)$/i;

/**
 * A notice's body as it may lie on a disk: as it came, because a developer may need to see a form that nobody knew, but
 * without persons and keys. Empty where it can't be read as JSON.
 */
export function bodyToKeep(body: string): string {
  try {
    const removed: string[] = [];
    const kept: unknown = JSON.parse(body, (name, value: unknown) => {
      if (!neverKept.test(name)) return value;
      removed.push(name);
      return '[removed]';
    });
    return removed.length === 0 ? body : JSON.stringify(kept);
  } catch {
    return '';
  }
}
