import fc from 'fast-check';

const LONG = 3_000_000;

/** Names that mean something to JavaScript itself. */
export const treacherousNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'toJSON',
  '',
  'till.snapshot ',
  'TILL.SNAPSHOT',
  'till.snapshot\0',
  'till',
  'checkout.start.constructor',
] as const;

const strangeNumbers = fc.constantFrom<unknown>(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  2 ** 53,
  2 ** 53 + 2,
  -1,
  1e21,
  0.1 + 0.2,
  10n,
  -(2n ** 64n),
);

const strangeTexts = fc.constantFrom(
  '',
  '\0',
  '\ud800',
  'a\udfffb',
  '\u202e\u2066',
  "'; DROP TABLE sales; --",
  '" OR 1=1 *',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  '{"__proto__":{"ok":true}}',
  '%00%ff%zz',
  '\u001b[2J\u001bp\0\u0019',
  '𝕊'.repeat(2000),
  'x'.repeat(LONG),
);

/** What a hostile page can really send: whatever survives a structured clone, also what JSON can't say. */
const cloneable = fc.oneof(
  strangeNumbers,
  strangeTexts,
  fc.constantFrom<unknown>(
    undefined,
    null,
    new Date(Number.NaN),
    new Map<unknown, unknown>([['checkoutId', '7f0c1de2-2b5a-4f0e-9d43-0f8f4f0c7a11']]),
    new Set(['checkoutId']),
    new ArrayBuffer(64),
    new Uint8Array(1_000_000),
    /(a+)+$/,
    new Error('an error'),
    Object(1),
    Object(''),
    Array.from({ length: 3 }),
  ),
  fc.constant(null).map(circle),
  fc.constant(null).map(() => nested(5_000)),
  fc.constant(null).map(() => Array.from({ length: 100_000 }, () => ({ kind: 'free' }))),
  polluted(),
  fc.jsonValue(),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
);

/** What can't cross, but must not matter if it ever did. */
const uncloneable = fc.constantFrom<unknown>(
  Symbol('s'),
  () => 'called',
  Promise.resolve(1),
  new WeakMap(),
  Object.create({ checkoutId: 'inherited' }),
);

/** What throws as soon as anybody looks at it; made anew each time, because fast-check itself would look. */
export const thingsThatThrow: readonly (() => unknown)[] = [
  () => new Proxy({}, { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap }),
  () => Object.defineProperty({}, 'checkoutId', { enumerable: true, get: trap }),
  () => ({ draft: new Proxy([], { get: trap }), checkoutId: new Proxy({}, { get: trap }), token: { toString: trap } }),
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
];

/** Anything at all, as the input of a request or as a part of it. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: cloneable },
  { weight: 1, arbitrary: uncloneable },
);

/** Anything at all that is not the name of a request, unless by chance. */
export const garbageName: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...treacherousNames), fc.string(), garbage);

/** An input of the right shape in which one thing is not right; or, now and then, is. */
export function spoilt(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const name = fc.oneof(fc.constantFrom(...treacherousNames), fc.string());
  return fc.tuple(valid, garbage, name, fc.nat(), fc.nat(4)).map(([input, wrong, key, at, how]) => {
    if (typeof input !== 'object' || input === null) return wrong;
    const fields: [string, unknown][] = Object.entries(input);
    const chosen = fields[at % Math.max(1, fields.length)]?.[0] ?? key;
    switch (how) {
      case 0:
        return withOwn(fields, chosen, wrong);
      case 1:
        return Object.fromEntries(fields.filter(([field]) => field !== chosen));
      case 2:
        return withOwn(fields, key, wrong);
      case 3:
        return [input];
      default:
        return Object.create(input) as unknown;
    }
  });
}

/** Own properties, also where an assignment would set the prototype. */
function withOwn(fields: readonly [string, unknown][], name: string, value: unknown): unknown {
  const thing = Object.fromEntries(fields);
  return Object.defineProperty(thing, name, { value, enumerable: true, writable: true, configurable: true });
}

function polluted(): fc.Arbitrary<unknown> {
  return fc
    .constantFrom(
      '{"__proto__":{"checkoutId":"7f0c1de2-2b5a-4f0e-9d43-0f8f4f0c7a11","polluted":true}}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      '{"draft":{"__proto__":{"lines":[]},"saleId":"7f0c1de2-2b5a-4f0e-9d43-0f8f4f0c7a11"},"expectedTotal":0}',
      '[{"__proto__":[]}]',
    )
    .map((text) => JSON.parse(text) as unknown);
}

function circle(): unknown {
  const thing: Record<string, unknown> = { checkoutId: '7f0c1de2-2b5a-4f0e-9d43-0f8f4f0c7a11' };
  thing.draft = thing;
  thing.lines = [thing];
  return thing;
}

function nested(depth: number): unknown {
  let thing: unknown = {};
  for (let level = 0; level < depth; level++) thing = level % 2 ? [thing] : { draft: thing, lines: thing };
  return thing;
}

function trap(): never {
  throw new Error('looked at');
}
