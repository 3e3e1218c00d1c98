import { z } from 'zod';

/**
 * What goes wrong with a request to the API.
 * `delay`: answered late. `status`: refused with a code, not handled. `garbage`: 200 with JSON cut in the middle.
 * `pretend`: answered as done, with no content, and not handled.
 * `html`: a web page, as a proxy would send. `drop`: the connection is closed before handling. `loseAnswer`: handled,
 * then the connection is closed without an answer. `neverAnswer`: the connection stays open and silent.
 */
export const apiFaultSchema = z.strictObject({
  match: z
    .strictObject({
      method: z.string().toUpperCase().optional(),
      /** A regular expression on the path with its query. */
      path: z
        .string()
        .max(500)
        .refine((source) => isRegularExpression(source), 'path must be a regular expression')
        .optional(),
      /** How many requests it takes; without it, all. */
      times: z.int().positive().optional(),
      /** How many matching requests pass untouched first. */
      after: z.int().nonnegative().default(0),
    })
    .prefault({}),
  fault: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('delay'), ms: z.int().nonnegative().max(600_000) }),
    z.strictObject({
      kind: z.literal('status'),
      status: z.int().min(400).max(599),
      error: z.string().optional(),
      message: z.string().optional(),
      retryAfterSeconds: z.int().nonnegative().optional(),
    }),
    z.strictObject({ kind: z.literal('garbage') }),
    z.strictObject({ kind: z.literal('pretend') }),
    z.strictObject({ kind: z.literal('html'), status: z.int().min(200).max(599).default(502) }),
    z.strictObject({ kind: z.literal('drop') }),
    z.strictObject({ kind: z.literal('loseAnswer') }),
    z.strictObject({ kind: z.literal('neverAnswer'), handled: z.boolean().default(false) }),
  ]),
});

export type ApiFaultRule = z.input<typeof apiFaultSchema>;

export type ApiFault = z.output<typeof apiFaultSchema>['fault'];

interface Hanging {
  readonly destroy: () => unknown;
}

export interface ApiFaults {
  /**
   * @returns a function that takes the rule away.
   * @throws ZodError when the rule is not one.
   */
  add: (rule: ApiFaultRule) => () => void;
  clear: () => void;
  /** Remembers a connection that is left without an answer. */
  leaveHanging: (connection: Hanging) => void;
  /** Ends every connection that was left without an answer. */
  hangUp: () => void;
  /** The fault of the first rule that matches, which is used up by asking. */
  take: (method: string, path: string) => ApiFault | undefined;
}

interface ActiveRule {
  readonly method: string | undefined;
  readonly path: RegExp | undefined;
  readonly fault: ApiFault;
  skip: number;
  left: number;
}

export function createApiFaults(): ApiFaults {
  let rules: ActiveRule[] = [];
  let hanging: Hanging[] = [];
  return {
    add: (rule) => {
      const { match, fault } = apiFaultSchema.parse(rule);
      const active: ActiveRule = {
        method: match.method,
        path: match.path === undefined ? undefined : new RegExp(match.path),
        fault,
        skip: match.after,
        left: match.times ?? Number.POSITIVE_INFINITY,
      };
      rules.push(active);
      return () => {
        rules = rules.filter((other) => other !== active);
      };
    },
    clear: () => {
      rules = [];
    },
    leaveHanging: (connection) => {
      hanging.push(connection);
    },
    hangUp: () => {
      for (const connection of hanging) connection.destroy();
      hanging = [];
    },
    take: (method, path) => {
      for (const rule of rules) {
        const matches = (rule.method ?? method) === method && (rule.path?.test(path) ?? true);
        if (!matches || rule.left <= 0) continue;
        if (rule.skip > 0) {
          rule.skip -= 1;
          continue;
        }
        rule.left -= 1;
        return rule.fault;
      }
      return undefined;
    },
  };
}

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
