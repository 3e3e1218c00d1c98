import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutStateSchema } from '../../shared/checkout/state';

const architecture = readFileSync(join(import.meta.dirname, '..', '..', 'ARCHITECTURE.md'), 'utf8');

describe('ARCHITECTURE.md', () => {
  it('lists exactly the states of a checkout, in their order', () => {
    const table = /\| state \| what is true[\s\S]*?\n\n/.exec(architecture)?.[0] ?? '';
    const listed = [...table.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
    expect(listed).toEqual(checkoutStateSchema.options.map(({ shape }) => shape.kind.value));
  });
});
