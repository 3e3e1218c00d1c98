import { setTimeout as sleep } from 'node:timers/promises';
import { countries } from '../../shared/country';
import { fail, ok, type Result } from '../../shared/errors';
import type { PrintOutcome } from '../../shared/printer';
import { countedOf, isCountIn, type CashCount, type CountDraft } from '../../shared/shift/cash-count';
import type { Reconciliation } from '../../shared/shift/reconciliation';
import {
  confirmCount,
  differenceOf,
  figuresOf,
  standingCount,
  type CashMovement,
  type ClosedShift,
  type ConfirmedCount,
  type OpenShift,
  type Shift,
  type ShiftFigures,
} from '../../shared/shift/shift';
import type {
  ClosedShiftView,
  OpenShiftView,
  ShiftSnapshot,
  ShiftView,
  Undecided,
} from '../../shared/shift/shift-view';
import { createMutex } from '../checkout/mutex';
import type { PrintJob } from '../printing/print-job';
import type { Settings } from '../storage/settings-store';
import type { ShiftStore } from '../storage/shift-store';
import { reconcileShift, type ReconcilePorts } from './reconcile-shift';
import { cashSlipJob, original, xReportJob, zReportJob, type Copy, type PaperPorts } from './shift-papers';

export interface ShiftDeskPorts extends Omit<ReconcilePorts, 'shifts'>, PaperPorts {
  readonly shifts: ShiftStore;
  readonly settings: () => Settings;
  readonly saveRequired: (required: boolean) => void;
  /** What a person or Mercado Pago has yet to decide. */
  readonly undecided: () => readonly Undecided[];
  readonly printQueued: () => void;
  /** Prints now or never. */
  readonly printNow: (job: PrintJob) => Promise<Result<PrintOutcome>>;
  /** Somebody is about to put cash in or take it out. */
  readonly openDrawer: () => void;
  readonly publish: () => void;
  readonly log: (event: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** How many closed shifts the window lists. */
const CLOSED_SHOWN = 30;

/** How long a close waits for Mercado Pago's list. It can be asked for as well on the next day. */
const PATIENCE_MS = 10_000;

/** The money of the drawer: opens and closes shifts, moves cash, and compares what came by QR with Mercado Pago's list. */
export class ShiftDesk {
  readonly #ports: ShiftDeskPorts;
  readonly #inTurn = createMutex();

  constructor(ports: ShiftDeskPorts) {
    this.#ports = ports;
  }

  current(): OpenShift | null {
    return this.#ports.shifts.current();
  }

  /** Whether nothing may be sold now for want of a shift. */
  isMissing(): boolean {
    return this.#ports.settings().shiftsRequired && this.current() === null;
  }

  snapshot(): ShiftSnapshot {
    const open = this.current();
    return {
      required: this.#ports.settings().shiftsRequired,
      open: open && { number: open.number, openedAt: open.opening.at, openedBy: open.opening.by },
    };
  }

  view(): ShiftView {
    const { shifts } = this.#ports;
    const open = this.current();
    return {
      open: open && this.#openView(open),
      draft: shifts.readDraft(),
      closed: shifts.closed(CLOSED_SHOWN).map((shift) => this.#closedView(shift)),
    };
  }

  require(required: boolean): Result<undefined> {
    this.#ports.saveRequired(required);
    this.#ports.publish();
    return ok(undefined);
  }

  saveCount(draft: CountDraft | null): Result<undefined> {
    if (draft && !this.#isCount(draft.count)) return fail({ code: 'cashCountInvalid' });
    this.#ports.shifts.writeDraft(draft);
    return ok(undefined);
  }

  /** Asking twice is opening once. */
  open(id: string, count: CashCount, by: string): Result<undefined> {
    const { shifts, publish, log } = this.#ports;
    if (shifts.find(id)) return ok(undefined);
    if (this.current()) return fail({ code: 'shiftAlreadyOpen' });
    if (!this.#isCount(count)) return fail({ code: 'cashCountInvalid' });
    const number = shifts.nextNumber();
    const opening = { at: this.#at(), by, count, float: countedOf(count) };
    shifts.open({ kind: 'open', id, number, opening, counts: [] });
    log('shift.opened', { number });
    publish();
    return ok(undefined);
  }

  /** Asking twice is moving it once. @param alsoWrite is on disk with it, or neither is */
  move(movement: Omit<CashMovement, 'shiftId' | 'at'>, alsoWrite: () => void): Result<undefined> {
    const { shifts, openDrawer, log } = this.#ports;
    if (shifts.findMovement(movement.id)) return ok(undefined);
    const open = this.current();
    if (!open) return fail({ code: 'shiftNeeded' });
    const moved: CashMovement = { ...movement, shiftId: open.id, at: this.#at() };
    shifts.move(
      moved,
      this.#ifPrinting(() => cashSlipJob(moved, open.number, original, this.#ports)),
      alsoWrite,
    );
    log('shift.cashMoved', { number: open.number, direction: moved.direction });
    openDrawer();
    this.#published();
    return ok(undefined);
  }

  reprintMovement(id: string, by: string): Result<undefined> {
    const { shifts } = this.#ports;
    const movement = shifts.findMovement(id);
    const shift = movement && shifts.find(movement.shiftId);
    if (!shift) return fail({ code: 'nothingToDo' });
    return this.#reprint('movement', id, by, (copy) => cashSlipJob(movement, shift.number, copy, this.#ports));
  }

  printX(): Promise<Result<PrintOutcome>> {
    const open = this.current();
    if (!open) return Promise.resolve(fail({ code: 'shiftNeeded' }));
    return this.#ports.printNow(xReportJob(open, this.#figures(open), this.#at(), this.#ports));
  }

  /** The cashier stands by a count. It is kept, whatever they count after it. */
  confirmCount(id: string, count: CashCount): Result<undefined> {
    const { shifts, log } = this.#ports;
    const open = this.#openNamed(id);
    if (!open) return fail({ code: 'nothingToDo' });
    if (!this.#isCount(count)) return fail({ code: 'cashCountInvalid' });
    if (this.#ports.undecided().length > 0) return fail({ code: 'shiftUndecided' });
    shifts.confirm(confirmCount(open, count, this.#figures(open).expected, this.#at()));
    log('shift.counted', { number: open.number, counts: open.counts.length + 1 });
    return ok(undefined);
  }

  /** Asking twice is closing once. */
  close(id: string, note: string, by: string, alsoWrite: () => void): Promise<Result<undefined>> {
    return this.#inTurn(async () => {
      const { shifts, log } = this.#ports;
      if (shifts.find(id)?.kind === 'closed') return ok(undefined);
      const before = this.#readyToClose(id, note);
      if (!before.ok) return before;
      const found = await this.#reconcileSoon(before.value.open);
      // What was sold or moved while Mercado Pago was asked counts.
      const ready = this.#readyToClose(id, note);
      if (!ready.ok) return ready;
      const { open, figures, count } = ready.value;
      const closed: ClosedShift = {
        ...open,
        kind: 'closed',
        closing: {
          at: this.#at(),
          by,
          figures,
          counted: count.counted,
          difference: differenceOf(count),
          note: note === '' ? null : note,
        },
      };
      shifts.close(
        closed,
        found,
        this.#ifPrinting(() => zReportJob(closed, found, original, this.#ports)),
        alsoWrite,
      );
      log('shift.closed', { number: open.number, reconciled: found !== null });
      this.#published();
      return ok(undefined);
    });
  }

  /** Compares a closed shift with Mercado Pago's list, and keeps what came of it beside the frozen figures. */
  async reconcile(id: string): Promise<Result<ClosedShiftView>> {
    const { shifts } = this.#ports;
    const shift = shifts.find(id);
    if (shift?.kind !== 'closed') return fail({ code: 'nothingToDo' });
    const found = await reconcileShift(shift, this.#ports);
    if (!found.ok) return fail({ code: found.error.code });
    shifts.putReconciliation(id, found.value);
    return ok(this.#closedView(shift));
  }

  reprint(id: string, by: string): Result<undefined> {
    const shift = this.#ports.shifts.find(id);
    if (shift?.kind !== 'closed') return fail({ code: 'nothingToDo' });
    const found = this.#ports.shifts.reconciliationOf(id);
    return this.#reprint('shift', id, by, (copy) => zReportJob(shift, found, copy, this.#ports));
  }

  #readyToClose(
    id: string,
    note: string,
  ): Result<{ readonly open: OpenShift; readonly figures: ShiftFigures; readonly count: ConfirmedCount }> {
    const open = this.#openNamed(id);
    if (!open) return fail({ code: 'nothingToDo' });
    if (this.#ports.undecided().length > 0) return fail({ code: 'shiftUndecided' });
    const figures = this.#figures(open);
    const count = standingCount(open, figures.expected);
    if (!count) return fail({ code: 'shiftCountNeeded' });
    if (differenceOf(count) !== 0 && note === '') return fail({ code: 'shiftNoteNeeded' });
    return ok({ open, figures, count });
  }

  async #reconcileSoon(shift: Shift): Promise<Reconciliation | null> {
    const patience = new AbortController();
    const tooLong = sleep(PATIENCE_MS, null, { signal: patience.signal, ref: false }).catch(() => null);
    const found = await Promise.race([reconcileShift(shift, this.#ports), tooLong]);
    patience.abort();
    if (found?.ok) return found.value;
    this.#ports.log('shift.notReconciled', { number: shift.number, code: found?.error.code ?? 'timeout' });
    return null;
  }

  #reprint(what: 'shift' | 'movement', id: string, by: string, jobOf: (copy: Copy) => PrintJob): Result<undefined> {
    if (this.#ports.settings().printer === null) return fail({ code: 'printerUnavailable' });
    const asked = { by, at: this.#at() };
    this.#ports.shifts.reprint(what, id, (copy) => jobOf({ copy, asked }));
    this.#ports.printQueued();
    return ok(undefined);
  }

  #openView(open: OpenShift): OpenShiftView {
    const { shifts, undecided } = this.#ports;
    const figures = this.#figures(open);
    const { cashSales, cashRefunds, qrSales, qrRefunds, expected } = figures;
    const count = standingCount(open, expected);
    const { id, number, opening } = open;
    return {
      id,
      number,
      opening,
      movements: [...shifts.movementsOf(id)],
      qrSales,
      qrRefunds,
      counted: count && {
        counted: count.counted,
        expected,
        difference: differenceOf(count),
        cashSales,
        cashRefunds,
      },
      undecided: [...undecided()],
    };
  }

  #closedView(shift: ClosedShift): ClosedShiftView {
    const { shifts } = this.#ports;
    return {
      shift,
      movements: [...shifts.movementsOf(shift.id)],
      reconciliation: shifts.reconciliationOf(shift.id),
    };
  }

  #figures(shift: OpenShift): ShiftFigures {
    const { shifts } = this.#ports;
    return figuresOf(shift, shifts.movementsOf(shift.id), shifts.takingsOf(shift.id));
  }

  #openNamed(id: string): OpenShift | null {
    const open = this.current();
    return open?.id === id ? open : null;
  }

  #isCount(count: CashCount): boolean {
    return isCountIn(countries[this.#ports.settings().account?.site ?? 'MLA'].currency, count);
  }

  /** Without a printer no paper waits for one that somebody may connect next month. */
  #ifPrinting(jobOf: () => PrintJob): PrintJob | null {
    return this.#ports.settings().printer === null ? null : jobOf();
  }

  #published(): void {
    this.#ports.printQueued();
    this.#ports.publish();
  }

  #at(): string {
    return this.#ports.now().toISOString();
  }
}
