import { randomUUID } from 'node:crypto';
import { fail, ok, type ErrorCode, type Result } from '../../shared/errors';
import type { AuditAct, AuditEntry, AuditFacts } from '../../shared/people/audit';
import {
  mayDo,
  type Approval,
  type Operator,
  type People,
  type PeopleSettings,
  type Permission,
  type Role,
} from '../../shared/people/people';
import { isEasyPin } from '../../shared/people/pin';
import { createMutex } from '../checkout/mutex';
import type { AuditStore } from '../storage/audit-store';
import type { OperatorStore, StoredOperator } from '../storage/operator-store';
import { signedBy, type Authority } from './authority';
import { hashPin, isPinOf } from './pin-hash';
import { pinWaitsUntil, triesNow } from './pin-slow-down';

export interface PeopleDeskPorts {
  readonly operators: OperatorStore;
  readonly audit: AuditStore;
  readonly settings: () => PeopleSettings;
  readonly saveSettings: (settings: PeopleSettings) => void;
  /** Whether an account is connected: without one nobody could prove to be its owner when every PIN is forgotten. */
  readonly hasAccount: () => boolean;
  /** Whether this is a token of the connected account. */
  readonly provesOwner: (token: string) => Promise<Result<undefined>>;
  /** All of these writes or none. */
  readonly together: (writes: () => void) => void;
  readonly publish: () => void;
  readonly now: () => Date;
}

/** What a manager does who opens the set-up for a cashier. */
const doneInSetup: ReadonlySet<Permission> = new Set(['settings', 'products', 'reports', 'openDrawer']);

/**
 * Who is at the till, and what they may do. Decides alone: the window only passes on what was typed. While there are no
 * operators everything is allowed to everybody.
 */
export class PeopleDesk {
  readonly #ports: PeopleDeskPorts;
  readonly #inTurn = createMutex();
  #known: readonly StoredOperator[] | null = null;
  #currentId: string | null = null;
  /** Who opened the set-up for the cashier at the till. */
  #setupBy: Operator | null = null;
  #activeAt = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(ports: PeopleDeskPorts) {
    this.#ports = ports;
  }

  close(): void {
    clearTimeout(this.#idle);
  }

  /** Who is selling; null without operators, and while the screen is locked. */
  current(): Operator | null {
    const found = this.#all().find(({ id }) => id === this.#currentId);
    return found ? visible(found) : null;
  }

  hasOperators(): boolean {
    return this.#all().length > 0;
  }

  /** Why nobody may act at this till now, if so. */
  absence(): ErrorCode | null {
    return this.hasOperators() && this.current() === null ? 'signInNeeded' : null;
  }

  /** Whoever is at the till, for what everybody there may do. */
  present(): Result<Authority> {
    const absence = this.absence();
    return absence ? fail({ code: absence }) : ok(this.#atTheTill());
  }

  snapshot(): People {
    const { operators, now } = this.#ports;
    const at = now();
    return {
      operators: this.#all().map(visible),
      current: this.current(),
      settings: this.#ports.settings(),
      setupOpen: this.#setupBy !== null,
      pinWaitsUntil: pinWaitsUntil(triesNow(operators.tries(), at), at)?.toISOString() ?? null,
    };
  }

  /** Whether this may be done now, and on whose word. `permissionNeeded`: a manager may allow it with their PIN. */
  async authorise(permission: Permission, approval?: Approval): Promise<Result<Authority>> {
    if (!this.hasOperators()) return ok({ operator: null, approver: null });
    const operator = this.current();
    if (!operator) return fail({ code: 'signInNeeded' });
    if (mayDo(operator.role, permission, this.#ports.settings())) return ok({ operator, approver: null });
    if (this.#setupBy && doneInSetup.has(permission)) return ok({ operator, approver: this.#setupBy });
    if (!approval) return fail({ code: 'permissionNeeded' });
    const found = await this.#whoseIs(approval.pin);
    if (!found.ok) return found;
    return found.value.role === 'manager' ? ok({ operator, approver: found.value }) : fail({ code: 'pinNotOfManager' });
  }

  /** Writes into the log. Inside a transaction it is part of it. @param authority as `authorise` gave it. */
  note(act: AuditAct, facts: AuditFacts, authority: Authority = this.#atTheTill()): void {
    const at = this.#ports.now().toISOString();
    this.#ports.audit.append({ at, act, ...signedBy(authority), facts });
  }

  /** Newest first. */
  log(before: number | null, limit: number): readonly AuditEntry[] {
    return this.#ports.audit.list(before, limit);
  }

  async signIn(pin: string): Promise<Result<undefined>> {
    if (!this.hasOperators()) return fail({ code: 'nothingToDo' });
    const found = await this.#whoseIs(pin);
    if (!found.ok) return found;
    this.#enters(found.value);
    return ok(undefined);
  }

  lock(): Result<undefined> {
    if (!this.hasOperators()) return fail({ code: 'nothingToDo' });
    if (this.current() === null) return ok(undefined);
    this.note('locked', {});
    this.#leave();
    this.#ports.publish();
    return ok(undefined);
  }

  /** Somebody is there. */
  active(): void {
    this.#activeAt = this.#ports.now().getTime();
    this.#armIdle();
  }

  /** The computer slept, and whoever was there may be gone. */
  wokeUp(): void {
    const idleMs = this.#idleMs();
    if (idleMs !== null && this.#ports.now().getTime() - this.#activeAt >= idleMs) this.lock();
  }

  async openSetup(approval: Approval | undefined): Promise<Result<undefined>> {
    const authority = await this.authorise('settings', approval);
    if (!authority.ok) return authority;
    const { approver, operator } = authority.value;
    if (operator) this.note('setupOpened', {}, authority.value);
    this.#setupBy = approver;
    this.#ports.publish();
    return ok(undefined);
  }

  leaveSetup(): void {
    if (this.#setupBy === null) return;
    this.#setupBy = null;
    this.#ports.publish();
  }

  create(person: { readonly name: string; readonly role: Role; readonly pin: string }): Promise<Result<Operator>> {
    return this.#inTurn(async () => {
      const allowed = await this.authorise('settings');
      if (!allowed.ok) return allowed;
      const first = !this.hasOperators();
      if (first && !this.#ports.hasAccount()) return fail({ code: 'notConfigured' });
      if (first && person.role !== 'manager') return fail({ code: 'managerNeeded' });
      const operator: Operator = { id: randomUUID(), name: person.name, role: person.role };
      const problem = await this.#problemWith(operator, person.pin);
      if (problem) return fail({ code: problem });
      const pinHash = await hashPin(person.pin);
      // Whoever makes the first one is that person: nobody else is known.
      const authority = first ? { operator, approver: null } : allowed.value;
      this.#write({ ...operator, pinHash }, () => this.note('operatorCreated', { note: operator.name }, authority));
      if (first) this.#enters(operator);
      return ok(operator);
    });
  }

  change({ pin, ...operator }: Operator & { readonly pin: string | null }): Promise<Result<undefined>> {
    return this.#inTurn(async () => {
      const allowed = await this.authorise('settings');
      if (!allowed.ok) return allowed;
      const before = this.#all().find(({ id }) => id === operator.id);
      if (!before) return fail({ code: 'nothingToDo' });
      if (operator.role !== 'manager' && this.#isLastManager(before)) return fail({ code: 'managerNeeded' });
      const problem = await this.#problemWith(operator, pin);
      if (problem) return fail({ code: problem });
      const pinHash = pin === null ? before.pinHash : await hashPin(pin);
      const note = before.name === operator.name ? operator.name : `${before.name} → ${operator.name}`;
      this.#write({ ...operator, pinHash }, () => this.note('operatorChanged', { note }, allowed.value));
      return ok(undefined);
    });
  }

  /** The very last person may go too: then the till asks nobody any more. */
  remove(id: string): Promise<Result<undefined>> {
    return this.#inTurn(async () => {
      const allowed = await this.authorise('settings');
      if (!allowed.ok) return allowed;
      const person = this.#all().find((each) => each.id === id);
      if (!person) return fail({ code: 'nothingToDo' });
      if (this.#isLastManager(person) && this.#all().length > 1) return fail({ code: 'managerNeeded' });
      this.#ports.together(() => {
        this.note('operatorRemoved', { note: person.name }, allowed.value);
        this.#ports.operators.retire(id, this.#ports.now().toISOString());
      });
      this.#known = null;
      if (this.#currentId === id) this.#leave();
      this.#ports.publish();
      return ok(undefined);
    });
  }

  async saveSettings(settings: PeopleSettings): Promise<Result<undefined>> {
    const allowed = await this.authorise('settings');
    if (!allowed.ok) return allowed;
    this.#ports.together(() => {
      this.note('peopleSettingsChanged', {}, allowed.value);
      this.#ports.saveSettings(settings);
    });
    this.#armIdle();
    this.#ports.publish();
    return ok(undefined);
  }

  /** Whoever holds the account's token is the shop's owner: they give a manager a new PIN, and come in as that manager. */
  recover(token: string, id: string, pin: string): Promise<Result<undefined>> {
    return this.#inTurn(async () => {
      const manager = this.#all().find((each) => each.id === id && each.role === 'manager');
      if (!manager) return fail({ code: 'nothingToDo' });
      const problem = await this.#problemWith(manager, pin);
      // Before the token is known to be right nobody may learn which PINs are in use.
      if (problem && problem !== 'pinTaken') return fail({ code: problem });
      const proven = await this.#ports.provesOwner(token);
      if (!proven.ok) return proven;
      if (problem) return fail({ code: problem });
      const pinHash = await hashPin(pin);
      this.#write({ ...visible(manager), pinHash }, () => {
        this.note('pinRecovered', { note: manager.name }, { operator: this.current(), approver: null });
        this.#ports.operators.putTries({ wrong: 0, lastAt: this.#ports.now().toISOString() });
      });
      this.#enters(visible(manager));
      return ok(undefined);
    });
  }

  #all(): readonly StoredOperator[] {
    this.#known ??= this.#ports.operators.list();
    return this.#known;
  }

  #write(operator: StoredOperator, alongside: () => void): void {
    this.#ports.together(() => {
      alongside();
      this.#ports.operators.put(operator, this.#ports.now().toISOString());
    });
    this.#known = null;
    this.#ports.publish();
  }

  #isLastManager({ id, role }: Operator): boolean {
    return role === 'manager' && !this.#all().some((each) => each.role === 'manager' && each.id !== id);
  }

  async #problemWith({ id, name }: Operator, pin: string | null): Promise<ErrorCode | null> {
    const others = this.#all().filter((each) => each.id !== id);
    if (others.some((each) => sameName(each.name, name))) return 'operatorNameTaken';
    if (pin === null) return null;
    if (isEasyPin(pin)) return 'pinTooEasy';
    return (await ownerOf(pin, others)) ? 'pinTaken' : null;
  }

  /** One PIN at a time, and none while the last wrong ones keep it waiting. */
  #whoseIs(pin: string): Promise<Result<Operator>> {
    return this.#inTurn(async () => {
      const { operators, publish, now } = this.#ports;
      const at = now();
      const tries = triesNow(operators.tries(), at);
      // A clock that was set back: the wait begins anew, once.
      if (tries.wrong > 0) operators.putTries(tries);
      if (pinWaitsUntil(tries, at)) return fail({ code: 'pinWaits' });
      // Before it is looked at: pulling the plug gives nobody another try.
      operators.putTries({ wrong: tries.wrong + 1, lastAt: at.toISOString() });
      const found = await ownerOf(pin, this.#all());
      if (!found) {
        this.note('pinRefused', {});
        publish();
        return fail({ code: 'pinWrong' });
      }
      // Only a manager wipes the slate clean: a cashier's own PIN in between must not buy new guesses.
      operators.putTries(found.role === 'manager' ? { ...tries, wrong: 0 } : tries);
      return ok(visible(found));
    });
  }

  #atTheTill(): Authority {
    return { operator: this.current(), approver: this.#setupBy };
  }

  #enters(operator: Operator): void {
    this.#leave();
    this.note('signedIn', {}, { operator, approver: null });
    this.#currentId = operator.id;
    this.active();
    this.#ports.publish();
  }

  #leave(): void {
    clearTimeout(this.#idle);
    this.#currentId = null;
    this.#setupBy = null;
  }

  #idleMs(): number | null {
    const { lockAfterMinutes } = this.#ports.settings();
    return lockAfterMinutes === null ? null : lockAfterMinutes * 60_000;
  }

  #armIdle(): void {
    clearTimeout(this.#idle);
    const idleMs = this.#idleMs();
    if (idleMs === null || this.#currentId === null) return;
    this.#idle = setTimeout(() => this.lock(), idleMs);
    this.#idle.unref();
  }
}

/** All of them are looked at, so that the time it takes says nothing. */
async function ownerOf(pin: string, operators: readonly StoredOperator[]): Promise<StoredOperator | null> {
  const matches = await Promise.all(operators.map(({ pinHash }) => isPinOf(pinHash, pin)));
  return operators.find((_, index) => matches[index]) ?? null;
}

function visible({ id, name, role }: Operator): Operator {
  return { id, name, role };
}

/** Case and accents make nobody another person. */
function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'es', { sensitivity: 'base' }) === 0;
}
