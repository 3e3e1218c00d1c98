import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { isOver } from '../shared/checkout/state';
import { countries, type Locale } from '../shared/country';
import type { Decision } from '../shared/checkout/ledger';
import { customerViewOf, type CustomerView } from '../shared/customer-view';
import { fail, ok, type ErrorCode, type Result } from '../shared/errors';
import { mayBeginCharge } from '../shared/lease';
import type { MinorUnits } from '../shared/money';
import type { FoundPrinter, PrinterSettings, PrinterStatus, PrintOutcome } from '../shared/printer';
import type { Pairing, RelayIdentity } from '../shared/relay-protocol';
import type { Draft } from '../shared/sale';
import type { GatewayStatus, SaleRecord, Snapshot } from '../shared/snapshot';
import { createTexts } from '../shared/texts/create-texts';
import { startTexts } from '../shared/texts/start-texts';
import { CheckoutDesk } from './checkout/checkout-desk';
import { HintInbox } from './checkout/hint-inbox';
import { LookBack } from './checkout/look-back';
import { newTillId } from './checkout/new-reference';
import { presentGateway } from './checkout/present-gateway';
import { documentedRhythm, type Rhythm } from './checkout/rhythm';
import { systemTimeZone } from './checkout/system-time-zone';
import { testTicketOf } from './checkout/ticket-of';
import type { Log } from './log/log';
import type { RequestLine } from './mercadopago/mercado-pago-http';
import type { ConfirmationStore } from './printing/confirmation-store';
import type { PrintJob, PrintJobStore } from './printing/print-job';
import { fetchRelayIdentity } from './relay/relay-identity';
import { RefundDesk } from './refunds/refund-desk';
import { StrayDesk } from './refunds/stray-desk';
import { LocalHold } from './lease/local-hold';
import { RelayLink } from './relay-link';
import { HeldSales } from './selling/held-sales';
import { applyProvision } from './setup/apply-provision';
import { connectionTo, type Connection } from './setup/connection';
import { formatProblem, type FileProblem } from './setup/located-json';
import { SetupService } from './setup/setup-service';
import { DailyBackup } from './storage/daily-backup';
import { createCatalogueStore, type CatalogueStore } from './storage/catalogue-store';
import { createCheckoutStore, type CheckoutStore } from './storage/checkout-store';
import { createConfirmationStore } from './storage/confirmation-store';
import { createDiskWatch, type DiskWatch } from './storage/disk-watch';
import { workerHere, type DiskWorker } from './storage/disk-worker';
import { createHeldSaleStore } from './storage/held-sale-store';
import { createHintStore } from './storage/hint-store';
import { createLookBackStore, type LookBackStore } from './storage/look-back-store';
import { atomically, openDatabase } from './storage/open-database';
import { createPrintJobStore } from './storage/print-job-store';
import { createRefundStore, type RefundStore } from './storage/refund-store';
import { createSecretStore, secretNames, type Sealer } from './storage/secret-store';
import { createSettingsStore, type SettingsStore } from './storage/settings-store';

/** The printer, as the till needs it. */
export interface Printing {
  /** Takes up the jobs of the last run. Call once. */
  start(): void;
  /** A job is in the store: look. */
  wake(): void;
  configure(settings: PrinterSettings | null): void;
  status(): PrinterStatus;
  find(): Promise<readonly FoundPrinter[]>;
  /** Runs a job that is in the store already, in its turn, and tells how it ended. Does not wait for paper. */
  runNow(jobId: string): Promise<PrintOutcome>;
  close(): Promise<void>;
}

export interface PrintingPorts {
  readonly store: PrintJobStore;
  readonly confirmations: ConfirmationStore;
  readonly onJobChanged: (job: PrintJob) => void;
  readonly onStatus: () => void;
  readonly log: Log;
}

export interface TillOptions {
  readonly dataDir: string;
  readonly sealer: Sealer;
  readonly createPrinting: (ports: PrintingPorts) => Printing;
  readonly log: Log;
  /** Path of a provision file, when there is one. */
  readonly provision: string | null;
  /** Something that windows show has changed. Called often; read `snapshot()` when it suits. */
  readonly onChange: () => void;
  /** The sale being typed was stored anew. */
  readonly onDraft?: () => void;
  readonly now?: () => Date;
  readonly rhythm?: Rhythm;
  /** Copies the data; default: in this process. */
  readonly diskWorker?: DiskWorker;
}

const ATTENTION_SHOWN = 50;
const BACKUP_LOOK_MS = 60_000;

/** The whole till without its window: everything that must go on while nobody looks. */
export class Till {
  readonly settings: SettingsStore;
  readonly catalogue: CatalogueStore;
  readonly desk: CheckoutDesk;
  readonly refunds: RefundDesk;
  readonly strays: StrayDesk;
  readonly held: HeldSales;
  readonly setup: SetupService;
  readonly #options: TillOptions;
  readonly #now: () => Date;
  readonly #db: ReturnType<typeof openDatabase>;
  readonly #secrets: ReturnType<typeof createSecretStore>;
  readonly #hints: ReturnType<typeof createHintStore>;
  readonly #printJobs: PrintJobStore;
  readonly #checkouts: CheckoutStore;
  readonly #inbox: HintInbox;
  readonly #lookBack: LookBack;
  readonly #lookBackStore: LookBackStore;
  readonly #refundStore: RefundStore;
  readonly #link: RelayLink;
  readonly #localHold: LocalHold;
  readonly #disk: DiskWatch;
  readonly #dailyBackup: DailyBackup;
  readonly #printing: Printing;
  #connection: Connection | null = null;
  /** What `#connection` was made from. */
  #connectedTo: string | null = null;
  #gatewayStatus: GatewayStatus = { state: 'unknown' };
  #provisionProblem: FileProblem | null = null;
  #revision = 0;
  #backups: NodeJS.Timeout | undefined;
  #knownSecrets: readonly string[] = [];

  /** @throws when the data can't be opened: nothing may be sold then. */
  constructor(options: TillOptions) {
    const { dataDir, sealer, createPrinting, log, now = () => new Date(), rhythm = documentedRhythm } = options;
    this.#options = options;
    this.#now = now;
    this.#db = openDatabase(join(dataDir, 'caja-qr.db'));
    this.settings = createSettingsStore(this.#db, now);
    this.catalogue = createCatalogueStore(this.#db);
    this.#secrets = createSecretStore(this.#db, sealer);
    this.#hints = createHintStore(this.#db, now);
    this.#printJobs = createPrintJobStore(this.#db, now);
    this.#printing = createPrinting({
      store: this.#printJobs,
      confirmations: createConfirmationStore(this.settings),
      onJobChanged: (job) => {
        if (job.kind === 'refund') this.refunds.printJobChanged(job);
        else this.desk.printJobChanged(job);
      },
      onStatus: () => this.#changed(),
      log,
    });
    this.#checkouts = createCheckoutStore(this.#db, this.#printJobs);
    this.desk = new CheckoutDesk({
      checkouts: this.#checkouts,
      catalogue: this.catalogue,
      settings: () => this.settings.read(),
      gateway: () => this.#connection?.gateway ?? null,
      terms: () => {
        const { relay, charge } = this.settings.read();
        return {
          notificationUrl: relay?.notificationUrl ?? null,
          sponsorId: charge.sponsorId,
          ivaPercent: charge.ivaPercent,
        };
      },
      relayConnected: () => this.#link.status().state === 'connected',
      refusal: () => this.#refusal(),
      // Nobody signs in yet: whoever sells may do everything.
      saleRefusal: () => null,
      printJob: (id) => this.#printJobs.find(id),
      printQueued: () => this.#printing.wake(),
      publish: () => this.#changed(),
      now,
      timeZone: systemTimeZone,
      rhythm,
      log,
    });
    this.held = new HeldSales({
      store: createHeldSaleStore(this.#db),
      drafts: this.settings,
      together: (writes) => atomically(this.#db, writes),
      publish: () => this.#changed(),
      now,
    });
    const gateway = presentGateway(() => this.#connection?.gateway ?? null);
    this.#lookBackStore = createLookBackStore(this.#db);
    this.#lookBack = new LookBack({
      gateway,
      store: this.#lookBackStore,
      settings: () => this.settings.read(),
      findByReference: (reference) => this.#checkouts.findByReference(reference),
      lookAgain: (checkoutId, merchantOrderId) => this.desk.lookedBack(checkoutId, merchantOrderId),
      publish: () => this.#changed(),
      now,
      rhythm,
      log,
    });
    this.#refundStore = createRefundStore(this.#db, this.#printJobs);
    this.strays = new StrayDesk({
      store: this.#lookBackStore,
      refunds: this.#refundStore,
      publish: () => this.#changed(),
    });
    this.refunds = new RefundDesk({
      refunds: this.#refundStore,
      gateway,
      settings: () => this.settings.read(),
      findCheckout: (id) => this.desk.find(id),
      strayReference: (paymentId) => this.strays.find(paymentId)?.reference ?? null,
      book: (refund, booked) =>
        refund.checkoutId === null
          ? Promise.resolve(this.strays.bookRefund(refund))
          : this.desk.bookRefund(refund.checkoutId, booked, refund.decision),
      printJob: (id) => this.#printJobs.find(id),
      printQueued: () => this.#printing.wake(),
      publish: () => this.#changed(),
      now,
      timeZone: systemTimeZone,
      rhythm,
      log,
    });
    this.#inbox = new HintInbox({
      hints: this.#hints,
      look: (merchantOrderId) => this.desk.hinted(merchantOrderId),
      rhythm,
      log,
    });
    this.#link = new RelayLink({
      dataDir,
      hints: this.#hints,
      inbox: this.#inbox,
      onGap: () => this.desk.looseEnds(),
      onChange: () => this.#changed(),
      onAddress: (notificationUrl) => {
        const { relay } = this.settings.read();
        if (relay && relay.notificationUrl !== notificationUrl) {
          this.settings.update({ relay: { ...relay, notificationUrl } });
        }
      },
      leaseMemory: {
        load: () => this.settings.read().leaseElsewhere,
        save: (leaseElsewhere) => {
          this.settings.update({ leaseElsewhere });
        },
      },
      log,
    });
    this.#localHold = new LocalHold((error) => log('lease.noLocalLock', { error: String(error) }));
    this.#disk = createDiskWatch({ dataDir, db: this.#db, onChange: () => this.#changed(), log });
    this.#dailyBackup = new DailyBackup({
      dataDir,
      worker: options.diskWorker ?? workerHere,
      isIdle: () => !this.#isCharging(),
      now,
      log,
    });
    this.setup = new SetupService({
      settings: this.settings,
      secrets: this.#secrets,
      connection: () => this.#connection,
      isCharging: () => this.#isCharging(),
      fetchRelayIdentity: askRelay,
      together: (writes) => {
        atomically(this.#db, writes);
      },
      changed: () => {
        this.#connect();
        this.#printing.configure(this.settings.read().printer);
      },
      now,
      onRequest: (line) => this.#heardOf(line),
    });
  }

  /** Applies the provision file, connects, and takes up whatever the last run left. */
  async start(): Promise<void> {
    if (this.settings.read().tillId === null) this.settings.update({ tillId: newTillId() });
    await this.#disk.start();
    await this.#provision();
    this.#connect();
    // The desk first: news of an interrupted ticket must meet the checkout that it belongs to.
    this.desk.resume();
    this.refunds.resume();
    this.#printing.start();
    this.#printing.configure(this.settings.read().printer);
    this.#inbox.resume();
    void this.#lookBack.run();
    this.#backups = setInterval(() => void this.#dailyBackup.look(), BACKUP_LOOK_MS);
    this.#changed();
  }

  /** The computer slept, or the network came back: nothing that was open before can be trusted to be. */
  wokeUp(): void {
    this.#link.wokeUp();
    this.desk.looseEnds();
  }

  async close(): Promise<void> {
    clearInterval(this.#backups);
    this.#inbox.close();
    this.#lookBack.close();
    this.refunds.close();
    this.desk.close();
    this.#disk.close();
    await this.#localHold.close();
    await this.#link.close();
    await this.#printing.close();
    this.#connection?.close();
    this.#db.close();
  }

  /** What must never be written anywhere in the clear. */
  secretTexts(): readonly string[] {
    return this.#knownSecrets;
  }

  get provisionProblem(): FileProblem | null {
    return this.#provisionProblem;
  }

  qrImage(): string | null {
    const { qrImage } = this.settings.read();
    return qrImage && `data:image/png;base64,${qrImage}`;
  }

  /** Keeps the sale being typed, and lets the customer see it grow. */
  saveDraft(draft: Draft | null): void {
    this.settings.writeDraft(draft);
    this.#options.onDraft?.();
  }

  /** What the customer may see. */
  customerView(): CustomerView {
    return customerViewOf(this.snapshot(), this.settings.readDraft(), this.qrImage());
  }

  findPrinters(): Promise<readonly FoundPrinter[]> {
    return this.#printing.find();
  }

  printTest(): Promise<Result<PrintOutcome>> {
    return this.#runNow({
      id: randomUUID(),
      checkoutId: null,
      kind: 'test',
      copy: 0,
      ticket: testTicketOf(this.settings.read(), this.#now(), systemTimeZone()),
      state: 'queued',
      trouble: null,
    });
  }

  openDrawer(): Promise<Result<PrintOutcome>> {
    return this.#runNow({
      id: randomUUID(),
      checkoutId: null,
      kind: 'drawer',
      copy: 0,
      ticket: null,
      state: 'queued',
      trouble: null,
    });
  }

  snapshot(): Snapshot {
    const settings = this.settings.read();
    const country = countries[settings.account?.site ?? 'MLA'];
    const { account, register, relay, printer, business, charge, selling, practice } = settings;
    return {
      revision: this.#revision,
      locale: settings.locale ?? country.locale,
      currency: country.currency,
      practice,
      setup: {
        account,
        register,
        relay: relay && { url: relay.url, caja: relay.caja },
        printer,
        business,
        charge,
        customerScreen: settings.customerScreen,
        selling,
        secretsSealed: this.#secrets.sealed,
        provisionProblem: this.#provisionProblem && formatProblem(this.#provisionProblem),
      },
      relay: this.#link.status(),
      gateway: this.#gatewayStatus,
      printer: this.#printing.status(),
      checkout: this.desk.current(),
      attention: [...this.desk.attention(ATTENTION_SHOWN)],
      strays: [...this.strays.open()],
      refunds: [...this.refunds.snapshot()],
      interrupted: [...this.desk.interrupted()],
      lease: this.#link.lease(),
      disk: this.#disk.status(),
      unreadable: this.#checkouts.unreadable() + this.#refundStore.unreadable(),
      heldSales: this.held.count(),
      operator: settings.operator,
    };
  }

  /** Charges by the end of their sale's number, with what was given back of each. */
  findSales(number: string, limit: number): SaleRecord[] {
    return this.#checkouts
      .findByNumber(number, limit)
      .map((state) => ({ state, refunds: [...this.refunds.ofCheckout(state.attempt.checkoutId)] }));
  }

  /** A person decides about money. Their name, which the next decision begins with, is kept once the decision is. */
  async decide<Value>(
    { by, note }: { readonly by: string; readonly note: string },
    carryOut: (decision: Decision) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const carriedOut = await carryOut({ by, note, at: this.#now().toISOString() });
    if (carriedOut.ok && by !== this.settings.read().operator) this.settings.update({ operator: by });
    return carriedOut;
  }

  /** Whose name goes under what is done without asking for one. */
  operator(): string {
    const { operator, register } = this.settings.read();
    return operator ?? register?.name ?? startTexts.till;
  }

  /** Begins to charge, once it is known what the time is and whether another till here has the caja. */
  async charge(draft: Draft, expectedTotal: MinorUnits): Promise<Result<{ checkoutId: string }>> {
    await Promise.all([this.desk.clockHeard(), this.#localHold.ask()]);
    return this.desk.start(draft, expectedTotal);
  }

  takeOverRegister(): Promise<Result<undefined>> {
    return this.#link.takeOver();
  }

  #refusal(): ErrorCode | null {
    if (this.#disk.status().state === 'full') return 'diskFull';
    if (this.#localHold.elsewhere) return 'registerOpenTwice';
    return mayBeginCharge(this.#link.lease()) ? null : 'registerInUse';
  }

  async #runNow(job: PrintJob): Promise<Result<PrintOutcome>> {
    if (this.settings.read().printer === null) return fail({ code: 'printerUnavailable' });
    this.#printJobs.insert(job);
    return ok(await this.#printing.runNow(job.id));
  }

  #changed(): void {
    this.#revision++;
    this.#options.onChange();
  }

  #isCharging(): boolean {
    const current = this.desk.current();
    return current !== null && !isOver(current.state);
  }

  async #provision(): Promise<void> {
    const { provision, log } = this.#options;
    if (provision === null) return;
    const locale: Locale = this.settings.read().locale ?? 'es-AR';
    const { t } = createTexts(locale);
    const applied = await applyProvision(provision, {
      settings: this.settings,
      secrets: this.#secrets,
      catalogue: this.catalogue,
      fetchRelayIdentity: askRelay,
      together: (writes) => {
        atomically(this.#db, writes);
      },
      isCharging: () => this.#checkouts.unfinished().some((state) => !isOver(state)),
      explain: ({ code }) => t(`errors.${code}.what`),
      now: this.#now,
      log,
      onRequest: (line) => this.#heardOf(line),
    });
    this.#provisionProblem = applied.ok ? null : applied.error;
    if (!applied.ok) log('provision.refused', { problem: formatProblem(applied.error) });
  }

  /** Connects to whatever the settings name now. */
  #connect(): void {
    const { account, register, apiBaseUrl } = this.settings.read();
    this.#localHold.choose(
      account && register ? JSON.stringify([apiBaseUrl, account.userId, register.externalId]) : null,
    );
    const token = this.#secrets.read('accessToken');
    this.#knownSecrets = secretNames.flatMap((name) => this.#secrets.read(name) ?? []);
    const connectedTo = JSON.stringify([account, token, apiBaseUrl]);
    // A printer that is chosen during a charge must not cut its requests off.
    if (connectedTo !== this.#connectedTo) {
      this.#connectedTo = connectedTo;
      this.#connection?.close();
      this.#connection =
        account && token
          ? connectionTo(account, { token, apiBaseUrl }, this.#now, (line) => this.#heardOf(line))
          : null;
    }
    const { relay } = this.settings.read();
    const relayToken = this.#secrets.read('relayToken');
    this.#link.connect(relay && relayToken ? { url: relay.url, token: relayToken } : null);
    this.#changed();
  }

  /** Whether Mercado Pago answers at all; what it answers is the checkout's business. */
  #heardOf(line: RequestLine): void {
    this.#options.log('mercadoPago.request', { ...line });
    const { status } = line;
    const reachable = status !== null && status < 500;
    const before = this.#gatewayStatus.state;
    if (before === (reachable ? 'reachable' : 'unreachable')) return;
    const since = this.#now().toISOString();
    this.#gatewayStatus = reachable
      ? { state: 'reachable', since }
      : { state: 'unreachable', since, code: status === null ? 'offline' : 'mercadoPagoDown' };
    this.#changed();
  }
}

async function askRelay({ url, token }: Pairing): Promise<Result<RelayIdentity>> {
  const answer = await fetchRelayIdentity({ url, token });
  return answer.ok ? ok(answer.identity) : fail({ code: answer.code });
}
