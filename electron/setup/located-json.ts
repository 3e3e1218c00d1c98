import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/errors';
import { systemLocale } from '../../shared/system-locale';
import { startTexts } from '../../shared/texts/start-texts';

/** What is wrong with a file a person wrote, and where. Lines count from 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** "caja.json:12: account.token: …", for a terminal, a log or a screen. */
export function formatProblem({ file, line, reason }: FileProblem): string {
  return `${file}:${line}: ${reason}`;
}

/** Reads JSON text against a schema. The first thing that does not fit is reported with its line. */
export function parseLocated<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): Result<z.output<Schema>, FileProblem> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [broken] = errors;
  if (broken || !tree) {
    const reason = text.trim() === '' ? startTexts.fileEmpty : startTexts.jsonBroken;
    return fail({ file, line: lineAt(text, broken?.offset ?? 0), reason });
  }
  const parsed = schema.safeParse(JSON.parse(text), { error: schemaWords().localeError });
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).filter((key) => typeof key !== 'symbol');
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const place = nearest(tree, extra === undefined ? path : [...path, extra]);
  const name = [...path, ...(extra === undefined ? [] : [extra])].join('.');
  return fail({ file, line: lineAt(text, place.offset), reason: `${name ? `${name}: ` : ''}${issue?.message ?? ''}` });
}

/** What zod itself says, in the language of `startTexts`. */
function schemaWords() {
  return systemLocale() === 'pt-BR' ? z.locales.pt() : z.locales.es();
}

/** The node at the path or, for a field that is missing, the object that should have it. */
function nearest(tree: Node, path: (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(tree, path.slice(0, length));
    if (found) return found;
  }
  return tree;
}

/** The line of the value at a path of a JSON text that parses. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  const tree = parseTree(text);
  return tree ? lineAt(text, nearest(tree, [...path]).offset) : 1;
}

/** The line, counted from 1, in which an offset lies. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
