import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt } from '../../shared/checkout/attempt';
import type { CheckoutEffect } from '../../shared/checkout/effect';
import type { CheckoutEvent } from '../../shared/checkout/event';
import { begin, resume } from '../../shared/checkout/machine';
import type { MerchantOrderFacts } from '../../shared/checkout/observation';
import type { BookedRefund, Decision } from '../../shared/checkout/ledger';
import { reviewOf } from '../../shared/checkout/review';
import { isOver, type CheckoutState, type HintSource } from '../../shared/checkout/state';
import { countries } from '../../shared/country';
import { assertNever, fail, ok, type ErrorCode, type Result } from '../../shared/errors';
import type { MinorUnits } from '../../shared/money';
import type { Operator } from '../../shared/people/people';
import type { Draft, Sale } from '../../shared/sale';
import type { CheckoutSnapshot, Interrupted } from '../../shared/snapshot';
import type { PrintJob } from '../printing/print-job';
import type { CatalogueStore } from '../storage/catalogue-store';
import type { CheckoutStore } from '../storage/checkout-store';
import type { Settings } from '../storage/settings-store';
import { cancelOrder } from './cancel-order';
import { closeSale, type SalePermission } from './close-sale';
import { Coalescer } from './coalescer';
import { createOrder } from './create-order';
import type { EffectContext } from './effect-context';
import { fetchOrder } from './fetch-order';
import { LiveCheckout } from './live-checkout';
import { lookAfterwards } from './look-afterwards';
import { LookFailed } from './look-failed';
import { createMutex } from './mutex';
import { removeLeftover } from './remove-leftover';
import { newReference, referencePrefix } from './new-reference';
import { observationOf } from './observation-of';
import type { OrderTerms, PaymentGateway } from './payment-gateway';
import type { Rhythm } from './rhythm';
import { presentGateway } from './present-gateway';
import { ticketNewsOf } from './ticket-news';
import { printJobOf } from './ticket-of';
import { watchOrder } from './watch-order';

export interface CheckoutDeskPorts {
  readonly checkouts: CheckoutStore;
  readonly catalogue: Pick<CatalogueStore, 'find' | 'findByCode'>;
  readonly settings: () => Settings;
  /** Who is at the till, where operators sign in. */
  readonly operator?: () => Operator | null;
  /** null while no account is connected. */
  readonly gateway: () => PaymentGateway | null;
  readonly terms: () => OrderTerms;
  readonly relayConnected: () => boolean;
  readonly printJob: (id: string) => PrintJob | null;
  /** A print job of a committed step waits. */
  readonly printQueued: () => void;
  readonly publish: () => void;
  readonly now: () => Date;
  /** The computer's time zone, for what is printed; null when it reports none. */
  readonly timeZone: () => string | null;
  readonly rhythm: Rhythm;
  /** Why no new charge may begin now (the disk, the caja's lease), if so. One that has begun always goes on. */
  readonly refusal: () => ErrorCode | null;
  readonly log: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** How long the first charge of a run waits to hear the time, in ms. */
const CLOCK_PATIENCE_MS = 2_000;

/** Looks in vain, some seconds in all, before a hint's merchant order is taken for nobody's. */
const TIMES_UNSEEN = 5;

/**
 * Where sales are charged: starts attempts, carries out what the machine asks for, takes interrupted attempts up again,
 * and tells hints and print news to the checkout that they belong to.
 */
export class CheckoutDesk {
  readonly #ports: CheckoutDeskPorts;
  readonly #gateway: PaymentGateway;
  readonly #live = new Map<string, LiveCheckout>();
  readonly #expiries = new Map<string, NodeJS.Timeout>();
  /** Loops under way, of which one for each checkout is enough. */
  readonly #loops = new Set<string>();
  /** Looks under way, by what they look at. */
  readonly #looks = new Coalescer();
  /** Merchant orders of other sales that turned up in a look, until they are seen to. */
  readonly #strays = new Map<string, Promise<boolean>>();
  /** How many effects of a checkout are being carried out. */
  readonly #busy = new Map<string, number>();
  readonly #atRegister = createMutex();
  readonly #linking = createMutex();
  /** Set by a restart: whether an order that we are about to put may be there already. */
  readonly #unanswered = new Set<string>();
  /** Charges that a restart interrupted, until the cashier has read what became of them. */
  readonly #interrupted = new Set<string>();
  /** How often a merchant order that a hint named was not to be seen. */
  readonly #unseen = new Map<string, number>();
  #current: string | null = null;
  #firstLook: Promise<void> = Promise.resolve();

  constructor(ports: CheckoutDeskPorts) {
    this.#ports = ports;
    this.#gateway = presentGateway(ports.gateway);
  }

  /** Takes up what the last run left. Call once, when everything else is ready. */
  resume(): void {
    const unfinished = this.#ports.checkouts.unfinished();
    const shown = unfinished.findLast((state) => !isOver(state)) ?? unfinished.at(-1);
    this.#current = shown?.attempt.checkoutId ?? null;
    for (const state of unfinished) {
      const live = this.#enliven(state);
      // What ended before the eyes of the cashier needs no line; it is still on the screen.
      if (live.id !== this.#current || !isOver(state) || isUnderWay(live)) this.#interrupted.add(live.id);
      if (state.kind === 'creatingOrder') this.#unanswered.add(live.id);
      this.#armExpiry(live);
      for (const effect of resume(state)) this.#run(live, effect);
      void this.#catchUp(live);
    }
    if (!this.#isCharging()) this.#tidy();
  }

  close(): void {
    for (const timer of this.#expiries.values()) clearTimeout(timer);
    this.#expiries.clear();
    for (const live of this.#live.values()) live.close();
  }

  /** The charge on screen. */
  current(): CheckoutSnapshot | null {
    const live = this.#current === null ? undefined : this.#live.get(this.#current);
    return live ? snapshotOf(live) : null;
  }

  /** Questions to a person; the one on the screen asks there. */
  attention(limit: number): readonly CheckoutSnapshot[] {
    return this.#ports.checkouts
      .needingAttention(limit)
      .filter((state) => state.kind !== 'paid' || state.attempt.checkoutId !== this.#current)
      .map((state) => ({ state, trouble: null, polling: false }));
  }

  interrupted(): readonly Interrupted[] {
    return [...this.#interrupted].flatMap((id) => {
      const state = this.#live.get(id)?.state ?? this.#ports.checkouts.find(id);
      return state ? [interruptedOf(state)] : [];
    });
  }

  /** The charge as it is now, live or on disk. */
  find(checkoutId: string): CheckoutState | null {
    return this.#live.get(checkoutId)?.state ?? this.#ports.checkouts.find(checkoutId);
  }

  /**
   * Resolves when the first look of this run was answered, or after a moment: only an answer shows Mercado Pago's
   * clock, and an order that ends by a wrong one is refused.
   */
  async clockHeard(): Promise<void> {
    const patience = new AbortController();
    const waited = sleep(CLOCK_PATIENCE_MS, undefined, { signal: patience.signal, ref: false });
    await Promise.race([this.#firstLook, waited.catch(() => undefined)]);
    patience.abort();
  }

  /**
   * The sale as it may be charged now, whatever it is paid with: nothing is being charged, nobody paid it, and its prices
   * are those of the catalogue and of the screen.
   * @param granted what whoever sells may do beyond what everybody may
   */
  closeSale(
    draft: Draft,
    expectedTotal: MinorUnits,
    granted: readonly SalePermission[] = [],
  ): Result<Omit<Sale, 'id'>> {
    const { checkouts, catalogue } = this.#ports;
    const { account, selling } = this.#ports.settings();
    if (this.#isCharging()) return fail({ code: 'chargeInProgress' });
    if (checkouts.mayBePaid(draft.saleId)) return fail({ code: 'saleAlreadyPaid' });
    const closed = closeSale(draft, expectedTotal, {
      catalogue,
      currency: countries[account?.site ?? 'MLA'].currency,
      selling,
      refusal: (permission) => (granted.includes(permission) ? null : 'permissionNeeded'),
    });
    if (!closed.ok) return closed;
    return ok({ number: checkouts.numberFor(draft.saleId), ...closed.value });
  }

  /**
   * Closes the sale and begins to charge it. The attempt is on disk when this returns.
   * @param cash what the customer pays in cash beside it; null: nothing
   * @param alsoWrite is on disk with the attempt, or neither is
   */
  start(
    draft: Draft,
    expectedTotal: MinorUnits,
    cash: MinorUnits | null = null,
    granted: readonly SalePermission[] = [],
    alsoWrite: (saleNumber: number) => void = () => undefined,
  ): Result<{ checkoutId: string }> {
    const { checkouts, now } = this.#ports;
    const settings = this.#ports.settings();
    const { account, register } = settings;
    if (!account || !register || !this.#ports.gateway()) return fail({ code: 'notConfigured' });
    if (this.#isCharging()) return fail({ code: 'chargeInProgress' });
    const refusal = this.#ports.refusal();
    if (refusal) return fail({ code: refusal });
    const closed = this.closeSale(draft, expectedTotal, granted);
    if (!closed.ok) return closed;
    if (cash !== null && cash >= closed.value.total) return fail({ code: 'receivedTooMuch' });

    const at = now();
    const skewMs = this.#ports.gateway()?.clockSkewMs() ?? 0;
    const operator = this.#ports.operator?.() ?? null;
    const attempt: Attempt = {
      checkoutId: randomUUID(),
      sale: { id: draft.saleId, ...closed.value },
      ...(cash === null ? {} : { cash }),
      reference: newReference(referencePrefix(register.externalId, settings.tillId), at),
      currency: countries[account.site].currency,
      collectorId: account.userId,
      register: {
        externalStoreId: register.externalStoreId,
        externalPosId: register.externalId,
        name: register.name,
      },
      ...(operator ? { operator: { id: operator.id, name: operator.name } } : {}),
      expiresAt: new Date(at.getTime() + skewMs + settings.charge.expiresInMinutes * 60_000).toISOString(),
      createdAt: at.toISOString(),
    };
    const { state, effects } = begin(attempt);
    checkouts.commit({
      at: at.toISOString(),
      event: { kind: 'begun' },
      from: null,
      to: state,
      printJob: null,
      alsoWrite: () => alsoWrite(attempt.sale.number),
    });

    if (this.#current !== null) this.finish(this.#current);
    const live = this.#enliven(state);
    this.#current = live.id;
    this.#armExpiry(live);
    this.#ports.publish();
    for (const effect of effects) this.#run(live, effect);
    return ok({ checkoutId: live.id });
  }

  /** "Ask again now", by the cashier. */
  verify(checkoutId: string): Promise<Result<undefined>> {
    return this.#tell(checkoutId, { kind: 'paymentHinted', source: 'cashier', merchantOrderId: null });
  }

  cancel(checkoutId: string): Promise<Result<undefined>> {
    return this.#tell(checkoutId, { kind: 'cancelRequested' });
  }

  /** @param by whose name stands beside REIMPRESIÓN */
  async reprint(checkoutId: string, by: string): Promise<Result<undefined>> {
    if (this.find(checkoutId)?.kind !== 'paid') return fail({ code: 'nothingToDo' });
    return this.#tell(checkoutId, { kind: 'reprintRequested', by, at: this.#ports.now().toISOString() });
  }

  /** A person says that the money of this charge is right as it is. */
  async dismiss(checkoutId: string, decision: Decision): Promise<Result<undefined>> {
    const state = this.find(checkoutId);
    if (!state || !reviewOf(state)) return fail({ code: 'nothingToDo' });
    return this.#tell(checkoutId, { kind: 'reviewDismissed', decision });
  }

  /**
   * A person says that the customer took the goods. Paid only if a fresh look of ours covers the sale, and if no other
   * attempt paid it or still may. One at a time, or two attempts of one sale could both become its payment.
   */
  link(checkoutId: string, decision: Decision): Promise<Result<undefined>> {
    return this.#linking(() => this.#link(checkoutId, decision));
  }

  async #link(checkoutId: string, decision: Decision): Promise<Result<undefined>> {
    const state = this.find(checkoutId);
    if (state?.kind !== 'needsAttention') return fail({ code: 'nothingToDo' });
    const saleId = state.attempt.sale.id;
    if (this.#ports.checkouts.isPaid(saleId)) return fail({ code: 'saleAlreadyPaid' });
    if (this.#isCharging(saleId)) return fail({ code: 'chargeInProgress' });
    const found = await this.#gateway.searchMerchantOrders(state.attempt.reference);
    if (!found.ok) return fail({ code: found.error.code });
    const observation = observationOf(found.value, this.#context());
    const told = await this.#tell(checkoutId, { kind: 'saleClaimed', decision, observation });
    if (!told.ok) return told;
    return this.find(checkoutId)?.kind === 'paid' ? ok(undefined) : fail({ code: 'saleNotCovered' });
  }

  /** Puts an approved refund of ours into the charge's ledger. Resolves with whether it is there. */
  async bookRefund(checkoutId: string, refund: BookedRefund, decision: Decision): Promise<boolean> {
    return (await this.#tell(checkoutId, { kind: 'refundApproved', refund, decision })).ok;
  }

  /** A look over the last days found what this charge does not know. Resolves with whether it was looked at. */
  async lookedBack(checkoutId: string, merchantOrderId: string | null): Promise<boolean> {
    const live = this.#live.get(checkoutId) ?? this.#revive(this.#ports.checkouts.find(checkoutId));
    return live !== null && this.#hint(live, 'lookBack', merchantOrderId);
  }

  /** The cashier has read what became of a charge that was interrupted. */
  acknowledge(checkoutId: string): Result<undefined> {
    const state = this.find(checkoutId);
    if (!state || !this.#interrupted.has(checkoutId)) return fail({ code: 'nothingToDo' });
    // One that is on the screen, or goes on, is finished there.
    if (checkoutId !== this.#current && isOver(state)) {
      this.#ports.checkouts.finish(checkoutId, this.#ports.now().toISOString());
    }
    this.#interrupted.delete(checkoutId);
    this.#ports.publish();
    return ok(undefined);
  }

  ticketSeen(checkoutId: string, jobId: string): Promise<Result<undefined>> {
    return this.#tell(checkoutId, { kind: 'ticketSeen', jobId });
  }

  /** The cashier has read how it ended. */
  finish(checkoutId: string): Result<undefined> {
    const live = this.#live.get(checkoutId);
    if (!live) return fail({ code: 'nothingToDo' });
    if (!isOver(live.state)) return fail({ code: 'chargeInProgress' });
    this.#ports.checkouts.finish(checkoutId, this.#ports.now().toISOString());
    if (this.#current === checkoutId) this.#current = null;
    this.#interrupted.delete(checkoutId);
    this.#letGo(live);
    this.#ports.publish();
    return ok(undefined);
  }

  /**
   * The relay said that something happened at a merchant order. Resolves when it was looked at and what was seen is on
   * disk: only then may the hint be forgotten.
   * @throws LookFailed when it must be asked again.
   */
  async hinted(merchantOrderId: string | null): Promise<void> {
    const open = [...this.#live.values()].find((live) => !isOver(live.state));
    const looked = open ? await this.#lookAt(open, merchantOrderId) : await this.#lookFor(merchantOrderId);
    if (!looked) throw new LookFailed(`merchant order ${String(merchantOrderId)} was not looked at`);
  }

  /** The relay forgot part of what it had to tell us, or the computer slept: look at everything that is open. */
  looseEnds(): void {
    for (const live of this.#live.values()) {
      this.#armExpiry(live);
      void live.dispatch({ kind: 'paymentHinted', source: 'startup', merchantOrderId: null });
    }
  }

  printJobChanged(job: PrintJob): void {
    if (job.checkoutId === null) return;
    const live = this.#live.get(job.checkoutId) ?? this.#revive(this.#ports.checkouts.find(job.checkoutId));
    if (live) void this.#follow(live, job.id);
  }

  async #tell(checkoutId: string, event: CheckoutEvent): Promise<Result<undefined>> {
    const live = this.#live.get(checkoutId) ?? this.#revive(this.#ports.checkouts.find(checkoutId));
    if (!live) return fail({ code: 'nothingToDo' });
    live.wake();
    // Both at once, so that nothing else can come in between.
    const [caughtUp, taken] = await Promise.all([this.#catchUp(live), live.dispatch(event)]);
    this.#letGo(live);
    return caughtUp && taken ? ok(undefined) : fail({ code: 'diskProblem' });
  }

  /** A job and its sale are stored one after the other, and the power may go in between: the job is right. */
  #catchUp(live: LiveCheckout): Promise<boolean> {
    const job = live.state.kind === 'paid' ? this.#ports.printJob(live.state.ticket.jobId) : null;
    return job && isUnderWay(live) ? live.dispatch(ticketNewsOf(job)) : Promise.resolve(true);
  }

  /** Tells the sale how its job stands, until the disk takes it. */
  async #follow(live: LiveCheckout, jobId: string): Promise<void> {
    for (let told = false; !told && !live.isClosed();) {
      const job = this.#ports.printJob(jobId);
      told = job === null || (await live.dispatch(ticketNewsOf(job)));
      if (!told) await live.pause(this.#ports.rhythm.slowestRetryMs);
    }
    this.#letGo(live);
  }

  #enliven(state: CheckoutState): LiveCheckout {
    const { now, publish, log } = this.#ports;
    const live = new LiveCheckout(state, {
      now,
      publish,
      commit: (from, event, to, effects) => this.#commit(from, event, to, effects),
      run: (checkout, effect) => this.#run(checkout, effect),
      commitFailed: (error) =>
        log('checkout.commitFailed', { checkout: state.attempt.checkoutId, error: String(error) }),
    });
    this.#live.set(live.id, live);
    return live;
  }

  #revive(state: CheckoutState | null): LiveCheckout | null {
    return state && this.#enliven(state);
  }

  #commit(from: CheckoutState, event: CheckoutEvent, to: CheckoutState, effects: readonly CheckoutEffect[]): void {
    const { checkouts, log, now, settings, timeZone } = this.#ports;
    const prints = effects.some((effect) => effect.kind === 'printTicket');
    checkouts.commit({
      at: now().toISOString(),
      event,
      from,
      to,
      printJob: prints && to.kind === 'paid' ? printJobOf(to, settings(), timeZone()) : null,
    });
    log('checkout.step', { checkout: to.attempt.checkoutId, event: event.kind, from: from.kind, to: to.kind });
  }

  #run(live: LiveCheckout, effect: CheckoutEffect): void {
    if (effect.kind === 'printTicket') {
      this.#ports.printQueued();
      return;
    }
    this.#busy.set(live.id, (this.#busy.get(live.id) ?? 0) + 1);
    this.#carryOut(live, effect, this.#context())
      .catch((error: unknown) => {
        this.#ports.log('checkout.effectFailed', { checkout: live.id, effect: effect.kind, error: String(error) });
        live.setTrouble('internal');
      })
      .finally(() => {
        this.#busy.set(live.id, (this.#busy.get(live.id) ?? 1) - 1);
        this.#letGo(live);
      });
  }

  /** After a start nothing of an attempt that is over may be left to be scanned; the next sale would find it too. */
  #tidy(): void {
    const { register } = this.#ports.settings();
    if (!this.#ports.gateway() || !register) return;
    const address = {
      externalStoreId: register.externalStoreId,
      externalPosId: register.externalId,
      name: register.name,
    };
    const tidied = this.#atRegister(() => removeLeftover(address, this.#context(), null));
    this.#firstLook = tidied.then(
      () => undefined,
      (error: unknown) => this.#ports.log('register.tidyFailed', { error: String(error) }),
    );
  }

  /** @param saleId only this one; by default any */
  #isCharging(saleId?: string): boolean {
    return [...this.#live.values()].some(
      ({ state }) => !isOver(state) && (saleId === undefined || state.attempt.sale.id === saleId),
    );
  }

  async #carryOut(
    live: LiveCheckout,
    effect: Exclude<CheckoutEffect, { kind: 'printTicket' }>,
    context: EffectContext,
  ): Promise<void> {
    switch (effect.kind) {
      case 'createOrder':
        return createOrder(live, context, this.#unanswered.delete(live.id));
      case 'watchOrder':
        return this.#once(`watch ${live.id}`, () => watchOrder(live, context));
      case 'fetchOrder':
        // However many hints come while a look is under way, one more look answers them all.
        await this.#looks.run(lookKey(live, effect.merchantOrderId), () =>
          fetchOrder(live, context, effect.merchantOrderId),
        );
        return;
      case 'cancelOrder':
        return cancelOrder(live, context);
      case 'lookAfterwards':
        return this.#once(`after ${live.id}`, () => lookAfterwards(live, context));
      default:
        return assertNever(effect);
    }
  }

  async #once(loop: string, work: () => Promise<void>): Promise<void> {
    if (this.#loops.has(loop)) return;
    this.#loops.add(loop);
    try {
      await work();
    } finally {
      this.#loops.delete(loop);
    }
  }

  /** Forgets a checkout that nobody works on or looks at any more; the disk still knows it. */
  #letGo(live: LiveCheckout): void {
    const busy =
      !isOver(live.state) ||
      live.id === this.#current ||
      live.hasEvents() ||
      (this.#busy.get(live.id) ?? 0) > 0 ||
      isUnderWay(live);
    if (busy || this.#live.get(live.id) !== live) return;
    clearTimeout(this.#expiries.get(live.id));
    this.#expiries.delete(live.id);
    this.#busy.delete(live.id);
    this.#live.delete(live.id);
    // Whoever still holds it must not write: the next one who needs this checkout reads it from the disk.
    live.close();
  }

  #context(): EffectContext {
    const { terms, rhythm, now, relayConnected, checkouts, log } = this.#ports;
    return {
      gateway: this.#gateway,
      terms,
      rhythm,
      now,
      relayConnected,
      log,
      atRegister: this.#atRegister,
      findByReference: (reference) => checkouts.findByReference(reference),
      strayOrder: (order) => {
        this.#strays.set(order.id, this.#strayOrder(order));
      },
    };
  }

  /** Asks for the open charge. The look also finds out when the order belongs to another sale. */
  async #lookAt(open: LiveCheckout, merchantOrderId: string | null): Promise<boolean> {
    open.lastSignAt = this.#ports.now().getTime();
    const looked = await this.#hint(open, 'relay', merchantOrderId);
    if (merchantOrderId === null) return looked;
    const stray = this.#strays.get(merchantOrderId);
    this.#strays.delete(merchantOrderId);
    return looked && ((await stray) ?? true);
  }

  /** Asks whose the order is, while nothing is charged. */
  async #lookFor(merchantOrderId: string | null): Promise<boolean> {
    if (merchantOrderId === null) return true;
    const found = await this.#gateway.fetchMerchantOrder(merchantOrderId);
    if (!found.ok)
      throw new LookFailed(`merchant order ${merchantOrderId}: ${found.error.code}`, found.error.retryAfterMs);
    if (found.value !== null) {
      this.#unseen.delete(merchantOrderId);
      return this.#strayOrder(found.value);
    }
    // A notification may be faster than what we are allowed to see; one that nobody knows is in the end forgotten.
    const times = (this.#unseen.get(merchantOrderId) ?? 0) + 1;
    this.#unseen.set(merchantOrderId, times);
    if (times < TIMES_UNSEEN) return false;
    this.#unseen.delete(merchantOrderId);
    this.#ports.log('order.unknown', { merchantOrder: merchantOrderId });
    return true;
  }

  /** Money of another sale of ours, or of somebody else's. Resolves with whether it was seen to. */
  async #strayOrder(order: MerchantOrderFacts): Promise<boolean> {
    const owner = order.reference === null ? null : this.#ports.checkouts.findByReference(order.reference);
    if (!owner) {
      this.#ports.log('order.notOurs', { merchantOrder: order.id, reference: order.reference });
      return true;
    }
    return this.#hint(this.#live.get(owner.attempt.checkoutId) ?? this.#enliven(owner), 'relay', order.id);
  }

  /** Resolves with whether the look that follows is done, and what it saw stored. */
  async #hint(live: LiveCheckout, source: HintSource, merchantOrderId: string | null): Promise<boolean> {
    const taken = await live.dispatch({ kind: 'paymentHinted', source, merchantOrderId });
    const looked = taken && (await this.#looks.settled(lookKey(live, merchantOrderId)));
    this.#letGo(live);
    return looked;
  }

  #armExpiry(live: LiveCheckout): void {
    if (isOver(live.state)) return;
    const { now, gateway, rhythm, settings } = this.#ports;
    const skewMs = gateway()?.clockSkewMs() ?? 0;
    const dueMs = new Date(live.state.attempt.expiresAt).getTime() - skewMs - now().getTime() + rhythm.expiryGraceMs;
    // This computer's clock may be anything after a restart, and no order of ours lives longer than this.
    const longestMs = settings().charge.expiresInMinutes * 60_000 + rhythm.expiryGraceMs;
    this.#expireIn(live, Math.min(Math.max(0, dueMs), longestMs));
  }

  #expireIn(live: LiveCheckout, ms: number): void {
    clearTimeout(this.#expiries.get(live.id));
    const timer = setTimeout(() => void this.#expire(live), ms);
    timer.unref();
    this.#expiries.set(live.id, timer);
  }

  async #expire(live: LiveCheckout): Promise<void> {
    const taken = await live.dispatch({ kind: 'expiryReached' });
    if (!taken && !live.isClosed()) this.#expireIn(live, this.#ports.rhythm.slowestRetryMs);
  }
}

function lookKey(live: LiveCheckout, merchantOrderId: string | null): string {
  return `${live.id} ${merchantOrderId ?? ''}`;
}

function interruptedOf(state: CheckoutState): Interrupted {
  const { checkoutId, sale, cash } = state.attempt;
  return {
    checkoutId,
    saleNumber: sale.number,
    total: sale.total,
    cash: cash ?? null,
    outcome: outcomeOf(state),
    ticket: state.kind === 'paid' ? state.ticket : null,
  };
}

function outcomeOf(state: CheckoutState): Interrupted['outcome'] {
  if (!isOver(state)) return 'open';
  if (state.kind === 'paid' || state.kind === 'needsAttention') return state.kind;
  return 'unpaid';
}

function snapshotOf(live: LiveCheckout): CheckoutSnapshot {
  return { state: live.state, trouble: live.trouble, polling: live.polling };
}

function isUnderWay({ state }: LiveCheckout): boolean {
  return state.kind === 'paid' && (state.ticket.status === 'queued' || state.ticket.status === 'sending');
}
