import type { RelayEvent } from '../shared/relay-protocol';

/** One notification as it is to be kept. Times are milliseconds since 1970. */
export interface NotificationRecord {
  readonly caja: string;
  /** Two records with the same key are one notification delivered twice. */
  readonly dedupeKey: string;
  readonly topic: RelayEvent['topic'];
  /** The topic in Mercado Pago's own word. */
  readonly rawTopic: string;
  /** `null` when the notification names nothing that a till could look at. */
  readonly resourceId: string | null;
  readonly action: string | null;
  readonly status: string | null;
  readonly verified: boolean;
  /** Whether tills are told. `opened` and what names no resource are kept, but go no further. */
  readonly deliver: boolean;
  readonly receivedAt: number;
  /** The body without persons and keys, see `bodyToKeep`. */
  readonly body: string;
}

/** `failed` means that nothing was kept, so the sender must try again. */
export type AppendResult =
  | { readonly kind: 'recorded'; readonly seq: number }
  | { readonly kind: 'duplicate'; readonly seq: number; readonly attempts: number }
  | { readonly kind: 'failed'; readonly error: unknown; readonly fatal: boolean };

/** Where a caja's log stands. Only what is delivered counts. */
export interface LogState {
  readonly epoch: string;
  /** Newest sequence ever, 0 when there never was one. */
  readonly head: number;
  /** Oldest sequence still kept, 0 when none is. */
  readonly oldest: number;
  /** Newest sequence that is no longer kept, 0 when none was dropped. */
  readonly trimmed: number;
  /** Newest sequence of the whole store. No cursor can honestly be past it. */
  readonly storeHead: number;
}

export interface Caja {
  readonly caja: string;
  readonly hookVersion: number;
  /** The version before, while it is still accepted. */
  readonly previousHookVersion: { readonly version: number; readonly until: number } | null;
  readonly paired: boolean;
  readonly revokedAt: number | null;
  /** The last sequence that the till said it had applied, `null` when it never said. */
  readonly acked: number | null;
}

/** Which computer has a caja. The fence grows with each change and is never given twice. */
export interface Lease {
  readonly fence: number;
  /** `null` when nobody has it. `since` in milliseconds since 1970. */
  readonly holder: { readonly id: string; readonly run: string; readonly name: string; readonly since: number } | null;
}

/** What the relay keeps. Narrow, so that another engine can stand behind the same relay. */
export interface Store {
  /** Name of this log. Another log, or this one restored from a copy, has another. */
  readonly epoch: string;
  /** Resolves when the record is durable (or was already there, or could not be kept). Never rejects. */
  append(record: NotificationRecord): Promise<AppendResult>;
  /** Delivered events of one caja after a sequence, oldest first. */
  read(caja: string, after: number, limit: number): RelayEvent[];
  stateOf(caja: string): LogState;
  /** Drops what was received before that time: at most a tenth of the log per call. Gives how many were dropped. */
  trim(before: number): Promise<number>;

  cajaOf(name: string): Caja | null;
  cajas(): Caja[];
  /** The caja that holds the token, `null` when no caja does. */
  cajaOfToken(tokenHash: string): string | null;
  /** Gives the caja this token and takes any other (and the lease with it) away, adding the caja when it is new. */
  pair(caja: string, tokenHash: string): Caja;
  /** `false` when there was no token to take. */
  revoke(caja: string, now: number): boolean;
  /** A new notification URL; the present one stays good until `keepPreviousUntil`. */
  rotateHook(caja: string, keepPreviousUntil: number): Caja | null;
  acknowledge(caja: string, seq: number): void;
  /** Forgets the caja and its log. Its name may be paired again, but no address or cursor of before works then. */
  remove(caja: string, now: number): boolean;

  leaseOf(caja: string): Lease;
  keepLease(caja: string, lease: Lease): void;

  /** Called with the caja after each new delivered event is durable. */
  onAppended(listener: (cajas: ReadonlySet<string>) => void): void;
  /** Called when a caja's token was taken or changed, here or by another process on the same store. */
  onPairingsChanged(listener: () => void): void;
  /** Lets other processes on the same store know that something beside it changed. Throws when it can't be written. */
  touch(): void;
  /** Whether a record could be written now. */
  writable(): boolean;
  bytes(): number;
  /** Finishes what was handed in, then closes. */
  close(): Promise<void>;
}
