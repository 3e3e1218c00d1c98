/** One structured line: what happened, and its facts. Never a secret: the sink redacts, but do not count on it. */
export type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void;
