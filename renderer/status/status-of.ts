import type { Snapshot } from '../../shared/snapshot';
import { assertNever } from '../../shared/errors';
import type { Words } from '../hooks/use-words';
import { formatBytes } from '../lib/format-bytes';
import { mayHaveMoved } from '../lib/may-have-moved';

/** `fine` is ink, never green: green means paid and nothing else. */
export type StatusTone = 'fine' | 'pending' | 'attention' | 'broken' | 'absent';

export interface Status {
  readonly tone: StatusTone;
  /** What the status line says. */
  readonly word: string;
  /** What its explanation says, a sentence each. */
  readonly explained: readonly string[];
  /** Since when, ISO 8601. */
  readonly since: string | null;
}

type Part = (snapshot: Snapshot, words: Words) => Status;

export const registerStatus: Part = ({ setup, lease }, { t }) => {
  if (!setup.register) {
    return {
      tone: 'attention',
      word: t('status.register.none'),
      explained: [t('status.register.noneTodo')],
      since: null,
    };
  }
  const { name, storeName, externalId } = setup.register;
  const explained = [
    t('status.register.explained'),
    `${t('status.register.store')}: ${storeName}`,
    `${t('status.register.code')}: ${externalId}`,
    ...(setup.account ? [`${t('status.register.account')}: ${setup.account.nickname}`] : []),
  ];
  if (lease.state === 'elsewhere') {
    const holder = lease.holder === '' ? t('lease.nameless') : lease.holder;
    return {
      tone: 'attention',
      word: t('status.lease.elsewhere', { register: name }),
      explained: [t('status.lease.explained', { holder }), ...explained.slice(1)],
      since: lease.since,
    };
  }
  return { tone: 'fine', word: name, explained, since: null };
};

/** Null where nobody signs in, and while nobody has. */
export function operatorStatus({ people: { current } }: Snapshot, { t }: Words): Status | null {
  if (!current) return null;
  const explained = [t('people.status.explained'), ...(current.role === 'manager' ? [t('people.status.manager')] : [])];
  return { tone: 'fine', word: current.name, explained, since: null };
}

/** Null while there is space: then it is nobody's concern. */
export function diskStatus({ disk }: Snapshot, { t, locale }: Words): Status | null {
  switch (disk.state) {
    case 'ok':
      return null;
    case 'low':
      return {
        tone: 'attention',
        word: t('status.disk.low'),
        explained: [t('status.disk.lowTodo', { free: formatBytes(disk.freeBytes, locale) })],
        since: null,
      };
    case 'full':
      return {
        tone: 'broken',
        word: t('status.disk.full'),
        explained: [t('disk.full'), t('disk.fullTodo', { free: formatBytes(disk.freeBytes, locale) })],
        since: null,
      };
    default:
      return assertNever(disk);
  }
}

/** Null where nobody works with shifts. */
export function shiftStatus({ shift: { required, open } }: Snapshot, { t }: Words): Status | null {
  if (open) {
    return {
      tone: 'fine',
      word: t('shift.status.word', { number: String(open.number) }),
      explained: [t('shift.status.openedBy', { by: open.openedBy })],
      since: open.openedAt,
    };
  }
  return required
    ? { tone: 'attention', word: t('shift.status.none'), explained: [t('shift.status.noneTodo')], since: null }
    : null;
}

export const relayStatus: Part = ({ relay }, { t }) => {
  switch (relay.state) {
    case 'notConfigured':
      return { tone: 'absent', word: t('status.relay.none'), explained: [t('status.relay.noneTodo')], since: null };
    case 'connecting':
      return {
        tone: 'pending',
        word: t('status.relay.connecting'),
        explained: [t('status.relay.connectingTodo')],
        since: null,
      };
    case 'connected': {
      const crowded = relay.peers > 1;
      return {
        tone: crowded ? 'attention' : 'fine',
        word: t('status.relay.connected'),
        explained: [crowded ? t('status.relay.peers', { count: relay.peers }) : t('status.relay.connectedTodo')],
        since: relay.since,
      };
    }
    case 'disconnected':
      return {
        tone: 'broken',
        word: t('status.relay.disconnected'),
        explained: [t(`status.relay.${relay.reason}`)],
        since: relay.since,
      };
    default:
      return assertNever(relay);
  }
};

export const gatewayStatus: Part = ({ gateway }, { t, failure }) => {
  switch (gateway.state) {
    case 'unknown':
      return {
        tone: 'absent',
        word: t('status.gateway.unknown'),
        explained: [t('status.gateway.unknownTodo')],
        since: null,
      };
    case 'reachable':
      return {
        tone: 'fine',
        word: t('status.gateway.reachable'),
        explained: [t('status.gateway.reachableTodo')],
        since: gateway.since,
      };
    case 'unreachable': {
      const { what, todo } = failure(gateway.code);
      return { tone: 'broken', word: t('status.gateway.unreachable'), explained: [what, todo], since: gateway.since };
    }
    default:
      return assertNever(gateway);
  }
};

export const printerStatus: Part = ({ printer, setup }, { t }) => {
  switch (printer.state) {
    case 'notConfigured':
      return { tone: 'absent', word: t('status.printer.none'), explained: [t('status.printer.noneTodo')], since: null };
    case 'unknown':
      return {
        tone: 'absent',
        word: t('status.printer.unknown'),
        explained: [t('status.printer.unknownTodo')],
        since: null,
      };
    case 'ready':
      if (printer.paperLow) {
        const explained = [t('status.printer.paperLowTodo')];
        return { tone: 'attention', word: t('status.printer.paperLow'), explained, since: null };
      }
      return {
        tone: 'fine',
        word: t('status.printer.ready'),
        explained: [t(printer.answersStatus ? 'status.printer.readyTodo' : 'status.printer.readyMute')],
        since: null,
      };
    case 'trouble': {
      const { trouble } = printer;
      const explained = [
        t(`printerTroubles.${trouble}.what`),
        t(`printerTroubles.${trouble}.todo`),
        ...(mayHaveMoved(setup.printer, printer) ? [t('status.printer.movedTodo')] : []),
        t('status.printer.troubleTodo'),
      ];
      return { tone: 'broken', word: t('status.printer.trouble'), explained, since: null };
    }
    default:
      return assertNever(printer);
  }
};

/** A till whose clock is this wrong misjudges expiry. */
const SKEW_WORTH_TELLING_MS = 15_000;

/** What the clock's explanation says; its word is the time. */
export function clockStatus({ relay }: Snapshot, { t }: Words): Omit<Status, 'word'> {
  const skewMs = relay.state === 'connected' ? Math.abs(relay.clockSkewMs) : 0;
  if (skewMs < SKEW_WORTH_TELLING_MS) return { tone: 'fine', explained: [t('status.clock.fine')], since: null };
  const seconds = String(Math.round(skewMs / 1000));
  return { tone: 'attention', explained: [t('status.clock.skewed', { seconds })], since: null };
}
