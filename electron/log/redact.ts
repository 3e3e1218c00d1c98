const patterns: readonly RegExp[] = [
  /Bearer\s+[^\s"\\]+/gi,
  /\b(?:APP_USR|TEST)-[A-Za-z0-9_-]{8,}/g,
  /\bcrt_[A-Za-z0-9_-]{8,}/g,
  /\/hooks\/mp\/[^\s"\\]+/g,
];

/** The text without any of the given secrets, and without anything that looks like a credential of ours. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((secret) => secret.length > 0)
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
  return patterns.reduce((rest, pattern) => rest.replace(pattern, '[secret]'), known);
}
