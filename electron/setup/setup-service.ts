import { fail, ok, type Result } from '../../shared/errors';
import type { ParsedInput, RegisterChoice, StoreChoice } from '../../shared/ipc-contract';
import { parsePairing, type Pairing, type RelayIdentity } from '../../shared/relay-protocol';
import type { GuideStep } from '../../shared/setup-guide';
import type { AccountSummary, RegisterSummary } from '../../shared/snapshot';
import type { AuditAct, AuditFacts } from '../../shared/people/audit';
import type { Register, Store } from '../mercadopago/account-api';
import type { SecretStore } from '../storage/secret-store';
import type { Settings, SettingsStore } from '../storage/settings-store';
import { failureFor, identify, type Connection, type OnRequest } from './connection';
import { findRegister, isUsable } from './find-register';

export interface SetupPorts {
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly connection: () => Connection | null;
  /** A charge is going on: nothing that it stands on may change now. */
  readonly isCharging: () => boolean;
  readonly fetchRelayIdentity: (pairing: Pairing) => Promise<Result<RelayIdentity>>;
  /** Writes secrets and settings as one. */
  readonly together: (writes: () => void) => void;
  /** Writes into the log who did this. */
  readonly note: (act: AuditAct, facts: AuditFacts) => void;
  /** Something that windows show has changed. */
  readonly publish: () => void;
  /** The stored set-up changed: connect anew to whatever it names. */
  readonly changed: () => void;
  readonly now: () => Date;
  readonly onRequest: OnRequest;
}

/** What the manager does on the set-up screen. Each step is checked against the real thing before it is stored. */
export class SetupService {
  readonly #ports: SetupPorts;

  constructor(ports: SetupPorts) {
    this.#ports = ports;
  }

  async connectAccount(token: string): Promise<Result<AccountSummary>> {
    const { settings, secrets, isCharging, together, note, changed, now, onRequest } = this.#ports;
    const { apiBaseUrl, account: before, practice } = settings.read();
    const account = await identify({ token, apiBaseUrl }, now, onRequest);
    if (!account.ok) return account;
    if (practice && account.value.kind === 'production') return fail({ code: 'practiceNeedsTest' });
    const sameAccount = before?.userId === account.value.userId;
    // A new token of the same account is the only way out for a charge whose token was revoked.
    if (isCharging() && !sameAccount) return fail({ code: 'chargeInProgress' });
    together(() => {
      note('accountConnected', { note: account.value.nickname });
      secrets.write('accessToken', token);
      settings.update({ account: account.value, ...(sameAccount ? {} : { register: null, qrImage: null }) });
    });
    changed();
    return account;
  }

  async listStores(): Promise<Result<StoreChoice[]>> {
    const connection = this.#ports.connection();
    if (!connection) return fail({ code: 'notConfigured' });
    const stores = await connection.accounts.listStores(connection.account.userId);
    return stores.ok ? ok(stores.value.map(storeChoice)) : fail(failureFor(stores.error));
  }

  async createStore(store: ParsedInput<'setup.createStore'>): Promise<Result<StoreChoice>> {
    const connection = this.#ports.connection();
    if (!connection) return fail({ code: 'notConfigured' });
    this.#ports.note('storeCreated', { note: store.name });
    const created = await connection.accounts.createStore(connection.account.userId, store);
    return created.ok ? ok(storeChoice(created.value)) : fail(failureFor(created.error));
  }

  async listRegisters(storeId: string): Promise<Result<RegisterChoice[]>> {
    const found = await this.#store(storeId);
    if (!found.ok) return found;
    const { connection, store } = found.value;
    const registers = await connection.accounts.listRegisters(store);
    return registers.ok ? ok(registers.value.map(registerChoice)) : fail(failureFor(registers.error));
  }

  async createRegister({
    storeId,
    externalId,
    name,
  }: ParsedInput<'setup.createRegister'>): Promise<Result<RegisterChoice>> {
    const found = await this.#store(storeId);
    if (!found.ok) return found;
    const { connection, store } = found.value;
    if (store.externalId === null) return fail({ code: 'storeNotFound' });
    this.#ports.note('registerCreated', { note: name });
    const created = await connection.accounts.createRegister({
      externalId,
      name,
      storeId,
      externalStoreId: store.externalId,
    });
    return created.ok ? ok(registerChoice(created.value)) : fail(failureFor(created.error));
  }

  async chooseRegister({ storeId, registerId }: ParsedInput<'setup.chooseRegister'>): Promise<Result<RegisterSummary>> {
    const { connection, isCharging, settings, together, note, changed } = this.#ports;
    const connected = connection();
    if (!connected) return fail({ code: 'notConfigured' });
    const found = await findRegister(
      connected,
      (store) => store.id === storeId,
      (register) => register.id === registerId,
    );
    if (!found.ok) return found;
    if (isCharging()) return fail({ code: 'chargeInProgress' });
    together(() => {
      note('registerChosen', { note: found.value.register.name });
      settings.update(found.value);
    });
    changed();
    return ok(found.value.register);
  }

  async pairRelay(text: string): Promise<Result<{ caja: string }>> {
    const { fetchRelayIdentity, isCharging, together, note, secrets, settings, changed } = this.#ports;
    const pairing = parsePairing(text);
    if (!pairing) return fail({ code: 'pairingInvalid' });
    const identity = await fetchRelayIdentity(pairing);
    if (!identity.ok) return identity;
    if (isCharging()) return fail({ code: 'chargeInProgress' });
    const { caja, notificationUrl } = identity.value;
    together(() => {
      note('relayPaired', { note: caja });
      secrets.write('relayToken', pairing.token);
      settings.update({ relay: { url: pairing.url, caja, notificationUrl } });
    });
    changed();
    return ok({ caja });
  }

  unpairRelay(): Result<undefined> {
    const { isCharging, together, note, secrets, settings, changed } = this.#ports;
    if (isCharging()) return fail({ code: 'chargeInProgress' });
    together(() => {
      note('relayUnpaired', {});
      secrets.write('relayToken', null);
      settings.update({ relay: null });
    });
    changed();
    return ok(undefined);
  }

  /** Where the guide is. Nobody decides anything by turning a page, so the log has nothing of it. */
  goTo(guideStep: GuideStep): Result<undefined> {
    const { settings, publish } = this.#ports;
    settings.update({ guideStep });
    publish();
    return ok(undefined);
  }

  save(change: Partial<Settings>, act: AuditAct = 'settingsChanged'): Result<undefined> {
    const { settings, together, note, changed } = this.#ports;
    together(() => {
      note(act, {});
      settings.update(change);
    });
    changed();
    return ok(undefined);
  }

  async #store(storeId: string): Promise<Result<{ connection: Connection; store: Store }>> {
    const connection = this.#ports.connection();
    if (!connection) return fail({ code: 'notConfigured' });
    const stores = await connection.accounts.listStores(connection.account.userId);
    if (!stores.ok) return fail(failureFor(stores.error));
    const store = stores.value.find(({ id }) => id === storeId);
    return store ? ok({ connection, store }) : fail({ code: 'storeNotFound' });
  }
}

function storeChoice({ id, externalId, name }: Store): StoreChoice {
  return { id, externalId, name };
}

function registerChoice(register: Register): RegisterChoice {
  const { id, externalId, name } = register;
  return { id, externalId, name, usable: isUsable(register) };
}
