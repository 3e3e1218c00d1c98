import fc from 'fast-check';
import { z } from 'zod';

/** The parts of JSON Schema that zod writes for the inputs of our contract. */
const nodeSchema = z.looseObject({
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minLength: z.number().default(0),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
});
type Node = z.output<typeof nodeSchema>;

/** Everything that has the shape which the schema asks for, so that a new request is fuzzed from its first day. */
export function fromSchema(schema: z.ZodType): fc.Arbitrary<unknown> {
  return ofNode(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}

function ofNode(json: unknown): fc.Arbitrary<unknown> {
  const node = nodeSchema.parse(json);
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum) return fc.constantFrom(...node.enum);
  const either = node.anyOf ?? node.oneOf;
  if (either) return fc.oneof(...either.map(ofNode));
  switch (node.type) {
    case 'object':
      return ofObject(node);
    case 'array':
      return fc.array(ofNode(node.items ?? {}), { maxLength: Math.min(node.maxItems ?? 6, 6) });
    case 'string':
      return ofString(node);
    case 'integer':
      return fc.integer(bounds(node));
    case 'number':
      return fc.double({ ...bounds(node), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      // `z.undefined()` has no JSON.
      return fc.constant(undefined);
  }
}

function ofObject({ properties = {}, required }: Node): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, ofNode(field)]));
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

/** Near enough to each other that two of them may be a span. */
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function ofString({ format, pattern, minLength, maxLength }: Node): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return day;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const length = { minLength, maxLength: Math.min(maxLength ?? 40, 60) };
  return fc.oneof(
    fc.string(length),
    fc.string({ ...length, unit: 'binary' }),
    fc.string({ ...length, unit: 'grapheme' }),
  );
}

function bounds({ minimum, exclusiveMinimum, maximum }: Node): { readonly min: number; readonly max: number } {
  return { min: minimum ?? (exclusiveMinimum ?? -1000) + 1, max: maximum ?? 1000 };
}
