import { randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { isOver } from '../shared/checkout/state';
import { countries, type Country, type Locale } from '../shared/country';
import type { Decision } from '../shared/checkout/ledger';
import { customerViewOf, type CustomerView } from '../shared/customer-view';
import { fail, ok, type ErrorCode, type Result } from '../shared/errors';
import { mayBeginCharge } from '../shared/lease';
import type { MinorUnits } from '../shared/money';
import type { AuditAct, AuditFacts } from '../shared/people/audit';
import type { Approval, Permission } from '../shared/people/people';
import type { FoundPrinter, PrinterSettings, PrinterStatus, PrintOutcome } from '../shared/printer';
import type { Pairing, RelayIdentity } from '../shared/relay-protocol';
import { draftTotal, type Draft } from '../shared/sale';
import type { GatewayStatus, SaleRecord, Snapshot } from '../shared/snapshot';
import type { Bitmap } from '../shared/ticket/bitmap';
import type { Ticket } from '../shared/ticket/ticket';
import { createTexts } from '../shared/texts/create-texts';
import { ticketTexts } from '../shared/texts/ticket-texts';
import { CashDesk, type CashOffer } from './cash/cash-desk';
import { CheckoutDesk } from './checkout/checkout-desk';
import { permissionsFor, type SalePermission } from './checkout/close-sale';
import { HintInbox } from './checkout/hint-inbox';
import { LookBack } from './checkout/look-back';
import { newTillId } from './checkout/new-reference';
import { presentGateway } from './checkout/present-gateway';
import { documentedRhythm, type Rhythm } from './checkout/rhythm';
import { systemTimeZone } from './checkout/system-time-zone';
import { testTicketOf } from './checkout/ticket-of';
import { DiagnosticsDesk } from './diagnostics/diagnostics-desk';
import { noDialogs, type FileDialogs } from './files/file-dialogs';
import type { Log } from './log/log';
import type { RequestLine } from './mercadopago/mercado-pago-http';
import { noteOfStray } from './people/audit-notes';
import { decisionOf, type Authority } from './people/authority';
import { PeopleDesk } from './people/people-desk';
import type { ConfirmationStore } from './printing/confirmation-store';
import type { PrintJob, PrintJobStore } from './printing/print-job';
import { PrinterSearchDesk } from './printing/printer-search-desk';
import { privateHosts } from './printing/private-hosts';
import { ProductFileDesk } from './products/product-file-desk';
import { ProductPictures } from './products/product-pictures';
import { fetchRelayIdentity } from './relay/relay-identity';
import { RefundDesk } from './refunds/refund-desk';
import { StrayDesk } from './refunds/stray-desk';
import { LocalHold } from './lease/local-hold';
import { RelayLink } from './relay-link';
import { ReportDesk } from './reports/report-desk';
import { SaleHistory } from './sales/sale-history';
import { HeldSales } from './selling/held-sales';
import { applyProvision } from './setup/apply-provision';
import { connectionTo, type Connection } from './setup/connection';
import { formatProblem, type FileProblem } from './setup/located-json';
import { provesOwner } from './setup/proves-owner';
import { localeOf } from './setup/locale-of';
import { SettingsHistoryDesk } from './setup/settings-history-desk';
import { SetupService } from './setup/setup-service';
import { ShiftDesk } from './shift/shift-desk';
import { undecidedIn } from './shift/undecided-in';
import { createAuditStore } from './storage/audit-store';
import { backupFolder, listBackups, writtenAt } from './storage/backups';
import { DailyBackup } from './storage/daily-backup';
import { createCashStore, type CashStore } from './storage/cash-store';
import { createCatalogueStore, type CatalogueStore } from './storage/catalogue-store';
import { createCheckoutStore, type CheckoutStore } from './storage/checkout-store';
import { createConfirmationStore } from './storage/confirmation-store';
import { createDiskWatch, freeFor, type DiskWatch } from './storage/disk-watch';
import { workerHere, type DiskWorker } from './storage/disk-worker';
import { createHeldSaleStore } from './storage/held-sale-store';
import { createHintStore } from './storage/hint-store';
import { createLookBackStore, type LookBackStore } from './storage/look-back-store';
import { atomically, openDatabase, patiently } from './storage/open-database';
import { createOperatorStore } from './storage/operator-store';
import { createPrintJobStore } from './storage/print-job-store';
import { createProductImportStore } from './storage/product-import-store';
import { createProductPictureStore } from './storage/product-picture-store';
import { createQuickKeyStore, type QuickKeyStore } from './storage/quick-key-store';
import { createRefundStore, type RefundStore } from './storage/refund-store';
import { createSaleListStore, type ListedSale } from './storage/sale-list-store';
import { createSaleStoryStore } from './storage/sale-story-store';
import { createSecretStore, secretNames, type Sealer } from './storage/secret-store';
import { readSettingsHistory } from './storage/settings-history-store';
import { createSettingsStore, type SettingsStore } from './storage/settings-store';
import { createShiftStore } from './storage/shift-store';
import { TicketDesignDesk } from './ticket-design/ticket-design-desk';
import { createTenderStore } from './storage/tender-store';

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
  /** Of the shop, now. */
  readonly logo: () => Bitmap | null;
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
  /** Asks a person for files; default: nobody can be asked. */
  readonly dialogs?: FileDialogs;
  /** The networks that this computer is in; default: as the system says. */
  readonly interfaces?: typeof networkInterfaces;
  /** What the window has for paper, as a PDF; default: there is no window. */
  readonly pagePdf?: () => Promise<Uint8Array | null>;
}

const ATTENTION_SHOWN = 50;
/** Characters of what a line of the log says in words. */
const LONGEST_NOTE = 300;
const BACKUP_LOOK_MS = 60_000;

/** The whole till without its window: everything that must go on while nobody looks. */
export class Till {
  readonly settings: SettingsStore;
  readonly catalogue: CatalogueStore;
  readonly quickKeys: QuickKeyStore;
  readonly pictures: ProductPictures;
  readonly desk: CheckoutDesk;
  readonly refunds: RefundDesk;
  readonly cash: CashDesk;
  readonly strays: StrayDesk;
  readonly shifts: ShiftDesk;
  readonly held: HeldSales;
  readonly history: SaleHistory;
  readonly reports: ReportDesk;
  readonly setup: SetupService;
  readonly people: PeopleDesk;
  readonly productFile: ProductFileDesk;
  readonly diagnostics: DiagnosticsDesk;
  readonly settingsHistory: SettingsHistoryDesk;
  readonly ticketDesign: TicketDesignDesk;
  readonly printerSearch: PrinterSearchDesk;
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
  readonly #cashStore: CashStore;
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
    this.settings = createSettingsStore(this.#db, now, () => this.people.current()?.name ?? null);
    this.catalogue = createCatalogueStore(this.#db);
    this.quickKeys = createQuickKeyStore(this.#db);
    this.#secrets = createSecretStore(this.#db, sealer);
    this.#hints = createHintStore(this.#db, now);
    this.#printJobs = createPrintJobStore(this.#db, now);
    this.#printing = createPrinting({
      store: this.#printJobs,
      confirmations: createConfirmationStore(this.settings),
      logo: () => this.settings.read().logo,
      onJobChanged: (job) => {
        if (job.cashSaleId !== undefined || job.cashRefundId !== undefined) this.#changed();
        else if (job.kind === 'refund') this.refunds.printJobChanged(job);
        else this.desk.printJobChanged(job);
      },
      onStatus: () => this.#changed(),
      log,
    });
    const audit = createAuditStore(this.#db);
    this.people = new PeopleDesk({
      operators: createOperatorStore(this.#db),
      audit,
      settings: () => this.settings.read().people,
      saveSettings: (people) => {
        this.settings.update({ people });
      },
      hasAccount: () => this.settings.read().account !== null,
      provesOwner: (token) =>
        provesOwner(token, {
          account: this.settings.read().account,
          token: this.#secrets.read('accessToken'),
          apiBaseUrl: this.settings.read().apiBaseUrl,
          now,
          onRequest: (line) => this.#heardOf(line),
        }),
      together: (writes) => {
        atomically(this.#db, writes);
      },
      publish: () => this.#changed(),
      now,
    });
    const shifts = createShiftStore(this.#db, this.#printJobs);
    const tenders = createTenderStore(this.#db, () => shifts.current()?.id ?? null);
    this.#checkouts = createCheckoutStore(this.#db, this.#printJobs, tenders);
    this.desk = new CheckoutDesk({
      checkouts: this.#checkouts,
      catalogue: this.catalogue,
      settings: () => this.settings.read(),
      operator: () => this.people.current(),
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
      storeDecided: (stray, decision) => {
        atomically(this.#db, () => {
          audit.append(noteOfStray(stray, decision));
          this.#lookBackStore.putStray(stray);
        });
      },
      publish: () => this.#changed(),
    });
    this.refunds = new RefundDesk({
      refunds: this.#refundStore,
      cashRefunds: (saleId) => this.#cashStore.refundsOf(saleId),
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
    this.#cashStore = createCashStore(this.#db, tenders, this.#printJobs);
    this.cash = new CashDesk({
      store: this.#cashStore,
      tenders,
      settings: () => this.settings.read(),
      close: (draft, expectedTotal, granted) => this.desk.closeSale(draft, expectedTotal, granted),
      paidCharge: (saleId) => this.#checkouts.findPaid(saleId),
      qrRefunds: (checkoutId) => this.#refundStore.ofCheckout(checkoutId),
      refusal: () =>
        this.#disk.status().state === 'full' ? 'diskFull' : this.shifts.isMissing() ? 'shiftNeeded' : null,
      printJob: (id) => this.#printJobs.find(id),
      printQueued: () => this.#printing.wake(),
      publish: () => this.#changed(),
      operator: () => this.operator(),
      signedIn: () => this.people.current(),
      now,
      timeZone: systemTimeZone,
    });
    this.shifts = new ShiftDesk({
      shifts,
      gateway,
      settings: () => this.settings.read(),
      saveRequired: (shiftsRequired) => {
        this.settings.update({ shiftsRequired });
      },
      findCheckout: (id) => this.desk.find(id),
      findByReference: (reference) => this.#checkouts.findByReference(reference),
      undecided: () =>
        undecidedIn(
          this.#checkouts.unfinished(),
          this.#checkouts.needingAttention(ATTENTION_SHOWN),
          this.strays.open(),
        ),
      printQueued: () => this.#printing.wake(),
      printNow: (job) => this.#runNow(job),
      openDrawer: () => {
        if (this.settings.read().printer?.drawerPin) void this.#runNow(drawerJob());
      },
      publish: () => this.#changed(),
      now,
      timeZone: systemTimeZone,
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
      note: (act, facts) => this.people.note(act, facts),
      publish: () => this.#changed(),
      changed: () => {
        this.#connect();
        this.#printing.configure(this.settings.read().printer);
      },
      now,
      onRequest: (line) => this.#heardOf(line),
    });
    const { diskWorker: worker = workerHere, dialogs = noDialogs } = options;
    this.productFile = new ProductFileDesk({
      dataDir,
      state: () => createProductImportStore(this.#db, now).state(),
      patiently: (work) => patiently(this.#db, work),
      worker,
      dialogs,
      currency: () => this.#country().currency,
      texts: () => createTexts(this.#locale()).t,
      isCharging: () => this.#isCharging(),
      now,
      log,
    });
    this.pictures = new ProductPictures({
      store: createProductPictureStore(this.#db),
      dialogs,
      texts: () => createTexts(this.#locale()).t,
    });
    this.history = new SaleHistory({
      list: createSaleListStore(this.#db),
      stories: createSaleStoryStore(this.#db),
      record: (sale) => this.#recordOf(sale),
      timeZone: () => this.#timeZone(),
    });
    this.reports = new ReportDesk({
      dataDir,
      worker,
      people: this.people,
      dialogs,
      currency: () => this.#country().currency,
      locale: () => this.#locale(),
      timeZone: () => this.#timeZone(),
      texts: () => createTexts(this.#locale()).t,
      now,
      log,
    });
    this.diagnostics = new DiagnosticsDesk({
      settings: () => this.settings.read(),
      connection: () => this.#connection,
      askRelay: () => {
        const { relay } = this.settings.read();
        const token = this.#secrets.read('relayToken');
        return relay && token ? askRelay({ url: relay.url, token }) : null;
      },
      relay: () => this.#link.status(),
      printer: () => this.#printing.status(),
      freeBytes: () => freeFor(dataDir),
      backupAt: () => {
        const [newest] = listBackups(backupFolder(dataDir));
        return newest ? writtenAt(newest) : null;
      },
      inspectData: () => worker.inspect(join(dataDir, 'caja-qr.db'), 'quick'),
      isCharging: () => this.#isCharging(),
      now,
      dialogs,
      texts: () => createTexts(this.#locale()).t,
      secrets: () => this.#knownSecrets,
    });
    this.ticketDesign = new TicketDesignDesk({
      settings: () => this.settings.read(),
      save: (change, act) => this.setup.save(change, act),
      print: (ticket) => this.#printTrial(ticket),
      pagePdf: options.pagePdf ?? (() => Promise.resolve(null)),
      dialogs,
      texts: () => createTexts(this.#locale()).t,
      now,
      timeZone: systemTimeZone,
    });
    this.printerSearch = new PrinterSearchDesk({
      hosts: () => privateHosts((options.interfaces ?? networkInterfaces)()),
      inUse: () => this.settings.read().printer?.transport ?? null,
      publish: () => this.#changed(),
      log,
    });
    this.settingsHistory = new SettingsHistoryDesk({
      settings: () => this.settings.read(),
      history: (limit) => readSettingsHistory(this.#db, limit),
      locale: () => this.#locale(),
      dialogs,
      texts: () => createTexts(this.#locale()).t,
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
    void this.history.prepareSearch();
    this.#backups = setInterval(() => void this.#dailyBackup.look(), BACKUP_LOOK_MS);
    this.#changed();
  }

  /** The computer slept, or the network came back: nothing that was open before can be trusted to be. */
  wokeUp(): void {
    this.people.wokeUp();
    this.#link.wokeUp();
    this.desk.looseEnds();
  }

  async close(): Promise<void> {
    clearInterval(this.#backups);
    this.people.close();
    this.printerSearch.close();
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
    return this.#printTrial(testTicketOf(this.settings.read(), this.#now(), systemTimeZone()));
  }

  async openDrawer(approval?: Approval): Promise<Result<PrintOutcome>> {
    const allowed = await this.people.authorise('openDrawer', approval);
    if (!allowed.ok) return allowed;
    return this.#runNow(drawerJob(), () => this.people.note('drawerOpened', {}, allowed.value));
  }

  snapshot(): Snapshot {
    const settings = this.settings.read();
    const { account, register, relay, printer, business, charge, selling, practice } = settings;
    return {
      revision: this.#revision,
      locale: localeOf(settings),
      currency: this.#country().currency,
      appearance: settings.appearance,
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
        language: settings.locale,
        guideStep: settings.guideStep,
        provisionProblem: this.#provisionProblem && formatProblem(this.#provisionProblem),
      },
      relay: this.#link.status(),
      gateway: this.#gatewayStatus,
      printer: this.#printing.status(),
      printerSearch: this.printerSearch.snapshot(),
      checkout: this.desk.current(),
      attention: [...this.desk.attention(ATTENTION_SHOWN)],
      strays: [...this.strays.open()],
      refunds: [...this.refunds.snapshot()],
      interrupted: [...this.desk.interrupted()],
      cash: this.cash.snapshot(),
      shift: this.shifts.snapshot(),
      lease: this.#link.lease(),
      disk: this.#disk.status(),
      unreadable: this.#checkouts.unreadable() + this.#refundStore.unreadable() + this.#cashStore.unreadable(),
      heldSales: this.held.count(),
      operator: this.people.current()?.name ?? settings.operator,
      people: this.people.snapshot(),
    };
  }

  /** A person decides about money. */
  async decide<Value>(
    { approval, ...words }: { readonly by: string; readonly note: string; readonly approval?: Approval | undefined },
    carryOut: (decision: Decision) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    return this.inTheNameOf('refund', { by: words.by, approval }, (authority) =>
      carryOut(decisionOf(authority, words, this.#now().toISOString())),
    );
  }

  /**
   * Does what not everybody may do, or (null) whoever is at the till. A name that was typed, which the next question for one
   * begins with, is kept once what they did is.
   */
  async inTheNameOf<Value>(
    permission: Permission | null,
    { by, approval }: { readonly by: string; readonly approval?: Approval | undefined },
    carryOut: (authority: Authority) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const allowed = permission === null ? this.people.present() : await this.people.authorise(permission, approval);
    if (!allowed.ok) return allowed;
    const carriedOut = await carryOut(allowed.value);
    const typed = allowed.value.operator === null;
    if (typed && carriedOut.ok && by !== this.settings.read().operator) this.settings.update({ operator: by });
    return carriedOut;
  }

  /** The sale being typed will not be charged. */
  async voidDraft(draft: Draft, approval?: Approval): Promise<Result<undefined>> {
    const allowed = await this.people.authorise('voidSale', approval);
    if (!allowed.ok) return allowed;
    if (draft.lines.length === 0) return fail({ code: 'saleEmpty' });
    atomically(this.#db, () => {
      this.people.note('saleVoided', factsOf(draft), allowed.value);
      this.settings.writeDraft(null);
    });
    this.#options.onDraft?.();
    return ok(undefined);
  }

  /** Whose name goes under what is done without asking for one. */
  operator(): string {
    const settings = this.settings.read();
    return (
      this.people.current()?.name ??
      settings.operator ??
      settings.register?.name ??
      ticketTexts(localeOf(settings)).register
    );
  }

  /** Begins to charge, once it is known what the time is and whether another till here has the caja. */
  async charge(
    draft: Draft,
    expectedTotal: MinorUnits,
    cash: MinorUnits | null,
    approval?: Approval,
  ): Promise<Result<{ checkoutId: string }>> {
    await Promise.all([this.desk.clockHeard(), this.#localHold.ask()]);
    const present = this.people.present();
    if (!present.ok) return present;
    return this.#permitted(draft, approval, (granted, alsoWrite) =>
      this.desk.start(draft, expectedTotal, cash, granted, alsoWrite),
    );
  }

  async payInCash(offer: CashOffer, approval?: Approval): Promise<Result<{ saleId: string }>> {
    const present = this.people.present();
    if (!present.ok) return present;
    // A second Enter asks for what is done.
    if (this.#cashStore.findSale(offer.draft.saleId)) return this.cash.pay(offer);
    return this.#permitted(offer.draft, approval, (granted, alsoWrite) => this.cash.pay(offer, granted, alsoWrite));
  }

  /**
   * Does it with what this sale needs permission for. On whose word that is, `alsoWrite` writes into the log: with the deed,
   * or not at all.
   */
  async #permitted<Value>(
    draft: Draft,
    approval: Approval | undefined,
    carryOut: (granted: readonly SalePermission[], alsoWrite: (saleNumber: number) => void) => Result<Value>,
  ): Promise<Result<Value>> {
    const granted = permissionsFor(draft, this.settings.read().selling);
    const notes: ((sale: number) => void)[] = [];
    for (const permission of granted) {
      const allowed = await this.people.authorise(permission, approval);
      if (!allowed.ok) return allowed;
      notes.push((sale) => this.people.note(saleActs[permission], { ...factsOf(draft), sale }, allowed.value));
    }
    return carryOut(granted, (sale) => {
      for (const note of notes) note(sale);
    });
  }

  async takeOverRegister(approval?: Approval): Promise<Result<undefined>> {
    const allowed = await this.people.authorise('settings', approval);
    if (!allowed.ok) return allowed;
    this.people.note('registerTakenOver', {}, allowed.value);
    return this.#link.takeOver();
  }

  #country(): Country {
    return countries[this.settings.read().account?.site ?? 'MLA'];
  }

  /** The computer's own; the country's where it reports none. */
  #timeZone(): string {
    return systemTimeZone() ?? this.#country().timeZone;
  }

  /** As the list of sales shows it, with what was given back of it. */
  #recordOf({ kind, id }: ListedSale): SaleRecord | null {
    if (kind === 'cash') {
      const sale = this.cash.find(id);
      return sale && { kind, sale, cashRefunds: [...this.cash.refundsOf(id)] };
    }
    const state = this.#checkouts.find(id);
    if (!state) return null;
    const cashRefunds = [...this.cash.refundsOf(state.attempt.sale.id)];
    return { kind, state, refunds: [...this.refunds.ofCheckout(id)], cashRefunds };
  }

  #locale(): Locale {
    return localeOf(this.settings.read());
  }

  #refusal(): ErrorCode | null {
    if (this.#disk.status().state === 'full') return 'diskFull';
    if (this.#localHold.elsewhere) return 'registerOpenTwice';
    if (this.shifts.isMissing()) return 'shiftNeeded';
    return mayBeginCharge(this.#link.lease()) ? null : 'registerInUse';
  }

  /** A paper that belongs to no sale and does not wait for a printer. */
  #printTrial(ticket: Ticket): Promise<Result<PrintOutcome>> {
    return this.#runNow({
      id: randomUUID(),
      checkoutId: null,
      kind: 'test',
      copy: 0,
      ticket,
      state: 'queued',
      trouble: null,
    });
  }

  /** @param alongside is stored together with the job */
  async #runNow(job: PrintJob, alongside: () => void = () => undefined): Promise<Result<PrintOutcome>> {
    if (this.settings.read().printer === null) return fail({ code: 'printerUnavailable' });
    atomically(this.#db, () => {
      alongside();
      this.#printJobs.insert(job);
    });
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
    const { t } = createTexts(localeOf(this.settings.read()));
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

function drawerJob(): PrintJob {
  return { id: randomUUID(), checkoutId: null, kind: 'drawer', copy: 0, ticket: null, state: 'queued', trouble: null };
}

const saleActs = {
  discountOverLimit: 'discountGiven',
  overridePrice: 'priceOverridden',
} as const satisfies Record<SalePermission, AuditAct>;

function factsOf(draft: Draft): AuditFacts {
  return {
    amount: draftTotal(draft),
    note: draft.lines
      .map(({ name }) => name)
      .join(', ')
      .slice(0, LONGEST_NOTE),
  };
}

async function askRelay({ url, token }: Pairing): Promise<Result<RelayIdentity>> {
  const answer = await fetchRelayIdentity({ url, token });
  return answer.ok ? ok(answer.identity) : fail({ code: answer.code });
}
