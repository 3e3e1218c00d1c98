import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url));
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('dev'))
  .map((file) =>
    ts.createSourceFile(
      file,
      readFileSync(join(renderer, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      scriptKind(file),
    ),
  );

function scriptKind(file: string): ts.ScriptKind {
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

/** Where nodes of a kind are, as "file:line: text". */
function findings(suspect: (node: ts.Node) => boolean): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (suspect(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${source.fileName}:${line + 1}: ${node.getText().trim()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** What a person reads or hears of an element, beside its children. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'label',
]);

test('no words stand in the screens themselves: every one is in the texts', () => {
  const inChildren = findings(
    (node) =>
      (ts.isJsxText(node) && hasWords(node.text)) ||
      (ts.isStringLiteralLike(node) &&
        ts.isJsxExpression(node.parent) &&
        ts.isJsxElement(node.parent.parent) &&
        hasWords(node.text)),
  );
  const inAttributes = findings(
    (node) =>
      ts.isJsxAttribute(node) &&
      spoken.has(node.name.getText()) &&
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer) &&
      hasWords(node.initializer.text),
  );
  expect([...inChildren, ...inAttributes]).toEqual([]);
});

test('no dialog of the browser is ever opened', () => {
  const dialogs = new Set(['alert', 'confirm', 'prompt', 'print', 'open']);
  const globals = new Set(['window', 'globalThis', 'self']);
  const calls = findings((node) => {
    if (!ts.isCallExpression(node)) return false;
    const { expression } = node;
    if (ts.isIdentifier(expression)) return ['alert', 'confirm', 'prompt'].includes(expression.text);
    return (
      ts.isPropertyAccessExpression(expression) &&
      ts.isIdentifier(expression.expression) &&
      globals.has(expression.expression.text) &&
      dialogs.has(expression.name.text)
    );
  });
  expect(calls).toEqual([]);
});

test('the screens are read at all', () => {
  expect(sources.length).toBeGreaterThan(50);
});
