import { formsOf, type SecretForms } from './secret-forms';

/** Names under which others write a credential, in a query, a header or JSON. */
const names =
  '(?:access|refresh|id)[_-]?token|token|client[_-]?secret|secret|password|passwd|api[_-]?key|authorization|x-signature|pairing';

/** What gives a credential or a person away by its looks alone. Each is linear: a hostile line can't slow the till. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Bearer|Basic)\s{1,4}[^\s"\\]+/gi, '[secret]'],
  [/\b(?:APP_USR|TEST)-[A-Za-z0-9_-]{8,}/g, '[secret]'],
  [/\bcrt_[A-Za-z0-9_-]{8,}/g, '[secret]'],
  [/\/hooks\/mp\/[^\s"\\]+/g, '[secret]'],
  [new RegExp(`(?<=\\b(?:%[0-9A-F]{2})?(?:${names})(?:=|%3D))[^\\s&"'\\\\#%]+`, 'gi'), '[secret]'],
  [new RegExp(`(?<="(?:${names})\\\\{0,3}"\\s{0,4}:\\s{0,4}\\\\{0,3}")[^"\\\\]+`, 'gi'), '[secret]'],
  [/(?<![\w.!+-])[\w.!+-]+(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[e-mail]'],
  [/(?<![\w.-])[3-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{2,4}(?![\w-])/g, '[card]'],
];

const formsBySecret = new Map<string, SecretForms>();
const FORMS_KEPT = 16;

/**
 * The text without any of the given secrets, encoded or cut in pieces as they may be, and without anything that looks
 * like a credential, an e-mail address or a card number.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((secret) => secret.length > 0)
    .reduce((rest, secret) => withoutParts(rest, knownForms(secret)), text);
  return patterns.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), known);
}

function knownForms(secret: string): SecretForms {
  const kept = formsBySecret.get(secret);
  if (kept) return kept;
  // Secrets change a few times in a till's life; whatever asks for more must not make it grow.
  if (formsBySecret.size >= FORMS_KEPT) formsBySecret.clear();
  const forms = formsOf(secret);
  formsBySecret.set(secret, forms);
  return forms;
}

/** Each run of characters that is made of parts of the secret becomes one mark. */
function withoutParts(text: string, { parts, partLength }: SecretForms): string {
  let kept = '';
  let keptTo = 0;
  for (let at = 0; at + partLength <= text.length; at++) {
    if (!parts.has(text.slice(at, at + partLength))) continue;
    let end = at + partLength;
    while (parts.has(text.slice(end - partLength + 1, end + 1))) end++;
    kept += `${text.slice(keptTo, at)}[secret]`;
    keptTo = end;
    at = end - 1;
  }
  return kept + text.slice(keptTo);
}
