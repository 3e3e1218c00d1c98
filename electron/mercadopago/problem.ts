import { z } from 'zod';

/** What an error body says. */
export interface Problem {
  /** Every word of it that could be an error key, lower case, most specific place first. */
  readonly keys: readonly string[];
  /** Its texts in one line. */
  readonly text: string;
}

const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value))
  .nullish()
  .catch(null);
const cause = z.looseObject({ code: text, message: text, description: text });

/**
 * The envelopes that are in use: `{ status, error, message, cause: [{ code, description }] }` (OpenAPI),
 * `{ errors: [{ code, message }] }` (Orders), `{ code, message }`. The v2 reference shows keys and no envelope, so a
 * key is looked for in every one of these places.
 */
const envelope = z.looseObject({
  error: text,
  code: text,
  message: text,
  cause: z
    .union([z.array(cause.catch({})), cause.transform((one) => [one])])
    .nullish()
    .catch(null),
  errors: z.array(cause.catch({})).nullish().catch(null),
});

export function readProblem(body: unknown): Problem {
  const parsed = envelope.safeParse(Array.isArray(body) ? (body as readonly unknown[])[0] : body);
  if (!parsed.success) return { keys: [], text: '' };
  const { error, code, message, cause: causes, errors } = parsed.data;
  const details = [...(causes ?? []), ...(errors ?? [])];
  const texts = [...details.flatMap((one) => [one.code, one.description, one.message]), code, error, message].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
  const words = texts.flatMap((one) => one.toLowerCase().split(/[^a-z0-9_.-]+/));
  return { keys: words.map((word) => word.replace(/\.+$/, '')), text: [...new Set(texts)].join(' · ') };
}
