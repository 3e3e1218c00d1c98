import type { z } from 'zod';

/** What a `json` column holds; null when there is no row, or it does not fit: rows outlive the programs that wrote them. */
export function readJson<Schema extends z.ZodType>(schema: Schema, json: unknown): z.output<Schema> | null {
  if (typeof json !== 'string') return null;
  try {
    const parsed = schema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
