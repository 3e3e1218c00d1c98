import type { Answered } from './answer';
import { parseJson } from './parse-json';

const SHORTEST_TOKEN = 8;

/**
 * What an answer's text says. Some answers repeat the token that they refuse; it is taken out here, before anything
 * can be logged or shown.
 */
export function readBody(data: unknown, contentType: string | null, token: string): Pick<Answered, 'form' | 'body'> {
  if (data === undefined || data === null || data === '') return { form: 'empty', body: null };
  // A page is never Mercado Pago's answer, even one that happens to parse.
  if (typeof data !== 'string' || /html/i.test(contentType ?? '')) return { form: 'other', body: null };
  const text = token.length < SHORTEST_TOKEN ? data : data.replaceAll(token, '[token]');
  if (text.trim() === '') return { form: 'empty', body: null };
  try {
    return { form: 'json', body: parseJson(text) };
  } catch {
    return { form: 'other', body: null };
  }
}
