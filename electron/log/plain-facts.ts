/** Far more than any event of ours has; what others hand in may be anything. */
const DEEPEST = 6;
const MOST_ENTRIES = 40;
const LONGEST_TEXT = 2000;
const LONGEST_NAME = 80;
/** All texts of a line together. */
const LONGEST_LINE = 8000;

const credential = /authori[sz]ation|token|secret|passw|cookie|signature|api[-_]?key|credential|pairing/i;
const person = /^(?:payer|card|card_?holder|identification|e-?mail|phone|first_?name|last_?name)$/i;
/** An error's other fields may hold the whole request: an axios error carries the Authorization header. */
const errorFields = ['name', 'message', 'code', 'syscall', 'cause', 'errors'] as const;

/**
 * The facts as plain JSON of bounded size, without what stands under the name of a credential or of a payer. Never
 * throws, whatever the facts are.
 */
export function plainFacts(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const room = { left: LONGEST_LINE };
  return plainObject(facts, 0, room);
}

interface Room {
  left: number;
}

function plain(value: unknown, depth: number, room: Room): unknown {
  if (room.left <= 0) return '…';
  try {
    return plainValue(value, depth, room);
  } catch {
    return '[unreadable]';
  }
}

function plainValue(value: unknown, depth: number, room: Room): unknown {
  switch (typeof value) {
    case 'string':
      return shortened(value, LONGEST_TEXT, room);
    case 'number':
    case 'bigint':
      room.left -= 8;
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
      return value;
    case 'undefined':
    case 'function':
    case 'symbol':
      return `[${typeof value}]`;
    case 'object':
      return value === null ? null : plainThing(value, depth, room);
  }
}

function plainThing(value: object, depth: number, room: Room): unknown {
  room.left -= 8;
  if (value instanceof Error) return depth < DEEPEST ? plainError(value, depth, room) : '[error]';
  if (Array.isArray(value)) {
    if (depth >= DEEPEST) return '[array]';
    return value.slice(0, MOST_ENTRIES).map((item) => plain(item, depth + 1, room));
  }
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Whatever has a class of its own is not a fact, and may give away more than it shows.
  if (prototype !== Object.prototype && prototype !== null) return '[object]';
  return depth < DEEPEST ? plainObject(value as Readonly<Record<string, unknown>>, depth, room) : '[object]';
}

function plainObject(value: Readonly<Record<string, unknown>>, depth: number, room: Room): Record<string, unknown> {
  const names = Object.keys(value).slice(0, MOST_ENTRIES);
  return Object.fromEntries(
    names.map((name) => {
      if (credential.test(name)) return [shortened(name, LONGEST_NAME, room), '[secret]'];
      if (person.test(name)) return [shortened(name, LONGEST_NAME, room), '[person]'];
      return [shortened(name, LONGEST_NAME, room), plain(readField(value, name), depth + 1, room)];
    }),
  );
}

function plainError(error: Error, depth: number, room: Room): Record<string, unknown> {
  const present = errorFields.filter((name) => name in error);
  return Object.fromEntries(present.map((name) => [name, plain(readField(error, name), depth + 1, room)]));
}

/** A getter may throw. */
function readField(value: object, name: string): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    return '[unreadable]';
  }
}

function shortened(text: string, longest: number, room: Room): string {
  const length = Math.max(0, Math.min(longest, room.left));
  room.left -= Math.min(text.length, length);
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
