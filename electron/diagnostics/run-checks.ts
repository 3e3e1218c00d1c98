import type { Check, CheckName, CheckState, Finding, Said } from '../../shared/diagnostics';
import type { ErrorCode, Result } from '../../shared/errors';
import type { PrinterStatus } from '../../shared/printer';
import type { RelayIdentity } from '../../shared/relay-protocol';
import type { RelayStatus } from '../../shared/snapshot';
import type { Connection } from '../setup/connection';
import type { Inspection } from '../storage/inspect-database';
import type { Settings } from '../storage/settings-store';

export interface CheckPorts {
  readonly settings: () => Settings;
  readonly connection: () => Connection | null;
  /** null: no relay is paired. */
  readonly askRelay: () => Promise<Result<RelayIdentity>> | null;
  readonly relay: () => RelayStatus;
  readonly printer: () => PrinterStatus;
  readonly freeBytes: () => Promise<number>;
  /** When the newest copy of the data was written. */
  readonly backupAt: () => Date | null;
  readonly inspectData: () => Promise<Inspection>;
  /** Somebody pays: reading the whole data waits. */
  readonly isCharging: () => boolean;
  readonly now: () => Date;
  readonly timeoutMs?: number;
}

type Outcome = readonly [CheckState, Finding];

const MB = 1024 * 1024;
const DAY_MS = 24 * 60 * 60_000;
/** Mercado Pago's orders end by its clock; half a minute of difference is half a minute less to pay. */
const CLOCK_MS = 30_000;
const LONGEST_MS = 20_000;

const checks: Readonly<Record<Exclude<CheckName, 'clock'>, (ports: CheckPorts) => Promise<Outcome>>> = {
  account: checkAccount,
  register: checkRegister,
  relay: checkRelay,
  printer: ({ printer }) => Promise.resolve(printerOutcome(printer())),
  disk: checkDisk,
  backup: ({ backupAt, now }) => Promise.resolve(backupOutcome(backupAt(), now())),
  database: checkDatabase,
};

/** Tries everything at once. Nothing takes longer than its time, and nothing that fails keeps the others back. */
export async function runChecks(ports: CheckPorts): Promise<Check[]> {
  const names = Object.keys(checks) as (keyof typeof checks)[];
  const made = await Promise.all(names.map((name) => timed(name, () => checks[name](ports), ports)));
  // What the others were answered told the time.
  const clock = await timed('clock', () => Promise.resolve(clockOutcome(ports)), ports);
  return [...made.slice(0, 3), clock, ...made.slice(3)];
}

async function timed(
  name: CheckName,
  look: () => Promise<Outcome>,
  { timeoutMs = LONGEST_MS }: CheckPorts,
): Promise<Check> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve(say('bad', 'tookTooLong')), timeoutMs);
  });
  const found = await Promise.race([look().catch(() => say('bad', 'failed')), late]);
  clearTimeout(timer);
  const [state, finding] = found;
  return { name, state, finding, tookMs: Math.round(performance.now() - began) };
}

function say(state: CheckState, code: Said, value = ''): Outcome {
  return [state, { kind: 'said', code, value: value.slice(0, 120) }];
}

function problem(code: ErrorCode): Outcome {
  return ['bad', { kind: 'error', code }];
}

async function checkAccount({ connection }: CheckPorts): Promise<Outcome> {
  const connected = connection();
  if (!connected) return say('bad', 'noAccount');
  const account = await connected.accounts.whoAmI();
  if (!account.ok) return problem(account.error.code);
  const { userId, nickname } = account.value;
  return userId === connected.account.userId
    ? say('good', 'accountAnswers', nickname)
    : say('bad', 'accountOther', nickname);
}

async function checkRegister({ connection, settings }: CheckPorts): Promise<Outcome> {
  const connected = connection();
  const { register } = settings();
  if (!connected || !register) return say('bad', 'noRegister');
  const stores = await connected.accounts.listStores(connected.account.userId);
  if (!stores.ok) return problem(stores.error.code);
  const store = stores.value.find(({ externalId }) => externalId === register.externalStoreId);
  if (!store) return problem('storeNotFound');
  const registers = await connected.accounts.listRegisters(store);
  if (!registers.ok) return problem(registers.error.code);
  const found = registers.value.find(({ externalId }) => externalId === register.externalId);
  if (!found) return problem('registerNotFound');
  if (!found.fixedAmount) return say('bad', 'amountNotFixed', found.name);
  return found.id === register.id
    ? say('good', 'registerRight', found.name)
    : say('attention', 'registerOther', found.name);
}

async function checkRelay({ askRelay, relay }: CheckPorts): Promise<Outcome> {
  const began = performance.now();
  const answer = await askRelay();
  if (answer === null) return say('skipped', 'noRelay');
  const ms = String(Math.round(performance.now() - began));
  if (!answer.ok) return problem(answer.error.code);
  return relay().state === 'connected' ? say('good', 'relayAnswers', ms) : say('attention', 'relayNotListening', ms);
}

function clockOutcome({ connection, relay }: CheckPorts): Outcome {
  const status = relay();
  const heard = connection()?.gateway.clockSkewMs() ?? 0;
  const skew = heard === 0 && status.state === 'connected' ? status.clockSkewMs : heard;
  if (skew === 0 && !connection()) return say('skipped', 'clockUnknown');
  const seconds = String(Math.round(Math.abs(skew) / 1000));
  return Math.abs(skew) < CLOCK_MS ? say('good', 'clockRight', seconds) : say('bad', 'clockWrong', seconds);
}

function printerOutcome(status: PrinterStatus): Outcome {
  switch (status.state) {
    case 'notConfigured':
      return say('attention', 'noPrinter');
    case 'unknown':
      return say('attention', 'printerSilent');
    case 'trouble':
      return ['bad', { kind: 'printer', trouble: status.trouble }];
    case 'ready':
      if (status.paperLow) return say('attention', 'paperLow');
      return status.answersStatus ? say('good', 'printerReady') : say('attention', 'printerSilent');
  }
}

async function checkDisk({ freeBytes }: CheckPorts): Promise<Outcome> {
  const free = await freeBytes().catch(() => null);
  if (free === null) return say('bad', 'diskUnknown');
  const gigabytes = (free / MB / 1024).toFixed(1);
  if (free < 64 * MB) return say('bad', 'diskFull', gigabytes);
  return free < 512 * MB ? say('attention', 'diskLow', gigabytes) : say('good', 'diskRoom', gigabytes);
}

function backupOutcome(at: Date | null, now: Date): Outcome {
  if (at === null) return say('attention', 'noBackup');
  const days = Math.max(0, Math.floor((now.getTime() - at.getTime()) / DAY_MS));
  return days < 2 ? say('good', 'backupFresh', String(days)) : say('attention', 'backupOld', String(days));
}

async function checkDatabase({ isCharging, inspectData }: CheckPorts): Promise<Outcome> {
  if (isCharging()) return say('skipped', 'databaseLater');
  const inspection = await inspectData();
  return inspection.ok
    ? say('good', 'databaseWhole', String(inspection.sales))
    : say('bad', 'databaseDamaged', inspection.fault);
}
