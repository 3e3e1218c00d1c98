import type { RequestLog } from '../api/request-log';
import type { ApiFaults } from '../faults/fault-rules';
import type { Notifier } from '../notifications/notifier';
import type { MerchantOrder, Payment, PaymentStatus, Pos, Refund, Scan } from '../world/model';
import type { World } from '../world/world';
import type { NumberRef, ScanRef, SimulatorControl } from './control';

import { refundProblem } from '../api/refund-problems';
import { pay, settlePayment } from '../customer/pay';
import {
  chargeBack,
  dispute,
  endChargeBack,
  endDispute,
  refundable,
  refundPayment,
  settleRefund,
} from '../customer/reverse';
import { scanPos } from '../customer/scan';
import { toMinorUnits } from '../world/amount';
import { sites } from '../world/sites';
import { setMerchantOrderStatus } from '../world/versions';
import { findPosByExternalId, orderOnPos } from '../world/world';
import { ControlError } from './control';
import { viewMerchantOrder, viewOrder, viewPayment, viewPos, viewRefund, viewScan, viewScanned } from './views';

export function createControl(
  world: World,
  notifier: Notifier,
  faults: ApiFaults,
  requests: RequestLog,
): SimulatorControl {
  const find = finders(world);

  return {
    account: world.mainAccount,
    clock: world.clock,

    scan: (pos) => viewScanned(world, scanPos(world, find.pos(pos))),
    scanOrder: (pos) => {
      const scanned = scanPos(world, find.pos(pos));
      if (scanned.kind !== 'payScreen') throw new ControlError('impossible', `There is no order to pay on ${pos}`);
      return viewScan(world, scanned.scan);
    },
    startPaying: (ref) => {
      find.scan(ref).order.locked = true;
    },
    pay: (ref, { outcome = 'approved', amount, method } = {}) => {
      const scan = find.scan(ref);
      const result = pay(world, scan, {
        outcome,
        method,
        amount: amount === undefined ? undefined : minorUnits(amount, scan.order.siteId),
      });
      if (!result.ok) throw new ControlError('impossible', `The customer cannot pay: ${result.reason}`);
      return viewPayment(result.payment);
    },
    settlePending: (ref, outcome) => {
      const payment = find.payment(ref);
      if (payment.status !== 'pending' && payment.status !== 'in_process') {
        throw new ControlError('impossible', `The payment is ${payment.status}`);
      }
      settlePayment(world, payment, outcome);
      return viewPayment(payment);
    },
    leave: (ref) => {
      const scan = find.scan(ref);
      scan.left = true;
      scan.order.locked = false;
    },
    refund: (ref, { amount } = {}) => {
      const payment = find.payment(ref);
      const available = refundable(payment);
      const minor = amount === undefined ? available : minorUnits(amount, payment.order.siteId);
      if (payment.status !== 'approved' || minor <= 0 || minor > available) {
        throw new ControlError('impossible', `Cannot refund ${String(minor)} of ${String(available)} minor units`);
      }
      const refund = refundPayment(world, payment, minor, 'approved');
      return viewRefund(payment, refund);
    },
    settleRefund: (ref, outcome) => {
      const { payment, refund } = find.refund(ref);
      if (refund.status !== 'in_process') throw new ControlError('impossible', `The refund is ${refund.status}`);
      settleRefund(world, payment, refund, outcome);
      return viewRefund(payment, refund);
    },
    chargeBack: (ref) => {
      const payment = paymentThat('approved', find.payment(ref));
      chargeBack(world, payment);
      return viewPayment(payment);
    },
    endChargeBack: (ref, outcome) => {
      const payment = paymentThat('charged_back', find.payment(ref));
      endChargeBack(world, payment, outcome);
      return viewPayment(payment);
    },
    dispute: (ref) => {
      const payment = paymentThat('approved', find.payment(ref));
      dispute(world, payment);
      return viewPayment(payment);
    },
    endDispute: (ref, winner) => {
      const payment = paymentThat('in_mediation', find.payment(ref));
      endDispute(world, payment, winner);
      return viewPayment(payment);
    },

    allPos: () => [...world.pos.values()].map((pos) => viewPos(world, pos)),
    orderOn: (pos) => {
      const order = orderOnPos(world, find.pos(pos).id);
      return order === undefined ? null : viewOrder(world, order);
    },
    orders: () => world.orders.map((order) => viewOrder(world, order)),
    scans: () => [...world.scans.values()].map((scan) => viewScan(world, scan)),
    merchantOrders: (reference) =>
      [...world.merchantOrders.values()]
        .filter(({ order }) => reference === undefined || order.externalReference === reference)
        .map(viewMerchantOrder),
    show: (ref, fields) => {
      const merchantOrder = find.merchantOrder(ref);
      merchantOrder.shownInstead = { ...merchantOrder.shownInstead, ...fields };
    },
    showPayment: (ref, fields) => {
      const payment = find.payment(ref);
      payment.shownInstead = { ...payment.shownInstead, ...fields };
    },
    behave: (changes) => {
      world.behaviour = { ...world.behaviour, ...changes };
    },
    expireMerchantOrder: (ref) => {
      setMerchantOrderStatus(world, find.merchantOrder(ref), 'expired');
    },

    refuseDelete: (pos, code, { times = 1, status } = {}) => {
      const refusal = deleteRefusals[code];
      world.deleteRefusals.set(find.pos(pos).id, { ...refusal, code, times, status: status ?? refusal.status });
    },
    nextRefunds: (...statuses) => {
      world.nextRefunds.push(...statuses);
    },
    refuseRefunds: (...codes) => {
      world.refundRefusals.push(...codes.map(refundProblem));
    },
    setBalance: (amount) => {
      world.availableBalance = amount === null ? null : minorUnits(amount, world.mainAccount.siteId);
    },

    faults: { add: faults.add, clear: faults.clear, hangUp: faults.hangUp },
    requests: { list: requests.list, clear: requests.clear },

    notifications: {
      deliveries: notifier.deliveries,
      settled: notifier.settled,
      sendOpened: (ref) => {
        notifier.sendStatus(find.merchantOrder(ref), 'opened');
      },
      resend: (ref) => {
        if (!notifier.resend(idOf(ref))) throw new ControlError('unknown', 'There is no such notification');
      },
      forge: ({ url, merchantOrderId, status = 'closed', form = 'webhook' }) => {
        const subject = { topic: 'merchant_order', merchantOrderId, status, action: 'update' } as const;
        notifier.sendTo(url, world.mainAccount.userId, subject, form);
      },
      configure: notifier.configure,
      faults: { add: notifier.faults.add, clear: notifier.faults.clear },
    },
    flushRetries: notifier.flush,
  };
}

// Statuses as captured by integrators; the reference does not have these codes.
const deleteRefusals = {
  instore_order_locked_error: { status: 409, message: 'The order is locked.' },
  in_store_order_delete_error: { status: 400, message: 'An error occurred when deleting the InStoreOrder' },
  already_canceled: { status: 409, message: 'The order is already canceled.' },
  order_already_canceled: { status: 409, message: 'The order is already canceled.' },
} as const;

function finders(world: World) {
  return {
    pos: (externalId: string): Pos => {
      const users = [...world.accounts.values()].map(({ userId }) => userId);
      for (const userId of users) {
        const pos = findPosByExternalId(world, userId, externalId);
        if (pos !== undefined) return pos;
      }
      throw new ControlError('unknown', `There is no caja ${externalId}`);
    },
    scan: (ref: ScanRef): Scan => known('scan', world.scans.get(typeof ref === 'string' ? ref : ref.id)),
    payment: (ref: NumberRef): Payment => known('payment', world.payments.get(idOf(ref))),
    refund: (ref: NumberRef): { readonly payment: Payment; readonly refund: Refund } => {
      for (const payment of world.payments.values()) {
        const refund = payment.refunds.find(({ id }) => id === idOf(ref));
        if (refund !== undefined) return { payment, refund };
      }
      throw new ControlError('unknown', 'There is no such refund');
    },
    merchantOrder: (ref: NumberRef): MerchantOrder => known('merchant order', world.merchantOrders.get(idOf(ref))),
  };
}

function paymentThat(status: PaymentStatus, payment: Payment): Payment {
  if (payment.status !== status) throw new ControlError('impossible', `The payment is ${payment.status}`);
  return payment;
}

function idOf(ref: NumberRef): number {
  return typeof ref === 'number' ? ref : ref.id;
}

function known<T>(what: string, found: T | undefined): T {
  if (found === undefined) throw new ControlError('unknown', `There is no such ${what}`);
  return found;
}

function minorUnits(amount: number, siteId: keyof typeof sites): number {
  const minor = toMinorUnits(amount, sites[siteId].decimals);
  if (minor === undefined) throw new ControlError('impossible', `${String(amount)} has too many decimals`);
  return minor;
}
